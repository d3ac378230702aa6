import CaseFile
import Testing

@Suite("A signed note is read and checked as C2SP describes")
struct TreeNoteTests {
  private static let vkey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
  private static let note = """
    This is an example message.

    — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuw\
    HjG1Yu72IneyaQM=

    """

  @Test func `the published note verifies`() throws {
    let verifier = try #require(NoteVerifier(vkey: Self.vkey))
    let note = try #require(SignedNote(Self.note))
    #expect(note.text == "This is an example message.\n")
    #expect(note.isSigned(by: verifier))
    #expect(note.note == Self.note)
    #expect(verifier.vkey == Self.vkey)
  }

  @Test func `the note of Go's own tests verifies`() throws {
    let verifier = try #require(
      NoteVerifier(vkey: "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"))
    let note = try #require(
      SignedNote(
        """
        If you think cryptography is the answer to your problem,
        then you don't know what your problem is.

        — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpR\
        Zb6KE6RyyBwJnAM=

        """))
    #expect(note.isSigned(by: verifier))
  }

  @Test func `a changed text or another key's signature is not ours`() throws {
    let verifier = try #require(NoteVerifier(vkey: Self.vkey))
    let changed = try #require(
      SignedNote(Self.note.replacing("example message", with: "Example message")))
    #expect(!changed.isSigned(by: verifier))
    let renamed = try #require(
      SignedNote(Self.note.replacing("example.com/foo", with: "example.com/bar")))
    #expect(!renamed.isSigned(by: verifier))
  }

  @Test(arguments: [
    "", "no signature\n", "text\n\n", "text\n— a b\n", "text\n\n— example.com/foo\n",
    "text\n\n— name+plus AAAAAAA=\n", "text\n\n- example.com/foo AAAAAAA=\n",
    "text\n\n— example.com/foo AAAAAAA=", "text\n\n— example.com/foo AAAA\n",
    "te\txt\n\n— example.com/foo AAAAAAA=\n", "text\n\n— example.com/foo not base64\n",
  ])
  func `what is not exactly a note is none`(text: String) {
    #expect(SignedNote(text) == nil)
  }

  @Test(arguments: [
    "", "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
    "example.com/fo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
    "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
    "example.com/foo+530d903a+AekyeRrm", "example.com/foo+530d903a",
  ])
  func `a key whose id is not its own is none`(vkey: String) {
    #expect(NoteVerifier(vkey: vkey) == nil)
  }

  @Test func `a checkpoint is three lines and nothing else`() throws {
    let root = TreeHash(leaf: [1])
    let checkpoint = Checkpoint(origin: "example.test/journal", size: 12, root: root)
    #expect(Checkpoint(text: checkpoint.text) == checkpoint)
    let encoded = checkpoint.text.split(separator: "\n")[2]
    for bad in [
      "", "o\n12\n\(encoded)", "o\n012\n\(encoded)\n", "o\n-1\n\(encoded)\n", "\n12\n\(encoded)\n",
      "o\n12\n\(encoded)\nmore\n", "o\n12\nAAAA\n", "o\n+12\n\(encoded)\n", "o\n12 \n\(encoded)\n",
    ] {
      #expect(Checkpoint(text: bad) == nil)
    }
  }
}
