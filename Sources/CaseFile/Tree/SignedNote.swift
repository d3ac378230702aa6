import Foundation

/// A text with signatures under it, as C2SP signed-note describes: the text ends in a newline, an
/// empty line follows, then one line for each signature.
package struct SignedNote: Equatable, Sendable {
  package let text: String
  package let signatures: [NoteSignature]

  package init(text: String, signatures: [NoteSignature]) {
    self.text = text
    self.signatures = signatures
  }

  /// Reads a note. Nil unless it is one exactly: no control characters, a text, a signature.
  package init?(_ note: String) {
    let hasControl = note.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" }
    guard !hasControl, note.utf8.count <= 1_000_000 else { return nil }
    // The last empty line parts the text from the signatures.
    guard let gap = note.range(of: "\n\n", options: .backwards) else { return nil }
    let lines = note[gap.upperBound...]
    guard lines.last == "\n", lines.count > 1 else { return nil }
    var signatures: [NoteSignature] = []
    for line in lines.dropLast().split(separator: "\n", omittingEmptySubsequences: false) {
      guard let signature = NoteSignature(line: String(line)) else { return nil }
      signatures.append(signature)
    }
    self.init(text: String(note[..<gap.lowerBound]) + "\n", signatures: signatures)
  }

  /// The note as it is stored and published.
  package var note: String {
    text + "\n" + signatures.map { $0.line + "\n" }.joined()
  }

  /// Whether a key has signed the text. Signatures of other keys do not matter; a wrong one of
  /// this key does.
  package func isSigned(by verifier: NoteVerifier) -> Bool {
    let ours = signatures.filter { $0.name == verifier.name && $0.keyID == verifier.keyID }
    return !ours.isEmpty && ours.allSatisfy { verifier.verifies($0.bytes, of: text) }
  }
}

/// One signature line: `— NAME base64(key id ‖ signature)`.
package struct NoteSignature: Equatable, Sendable {
  package let name: String
  /// The first four bytes of the key's hash.
  package let keyID: [UInt8]
  package let bytes: [UInt8]

  package init(name: String, keyID: [UInt8], bytes: [UInt8]) {
    self.name = name
    self.keyID = keyID
    self.bytes = bytes
  }

  init?(line: String) {
    guard line.hasPrefix("— ") else { return nil }
    let parts = line.dropFirst(2).split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 2, isKeyName(String(parts[0])),
      let data = Data(base64Encoded: String(parts[1])), data.count > 4
    else { return nil }
    self.init(
      name: String(parts[0]), keyID: Array(data.prefix(4)), bytes: Array(data.dropFirst(4)))
  }

  package var line: String {
    "— \(name) \(Data(keyID + bytes).base64EncodedString())"
  }
}
