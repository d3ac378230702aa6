import Law
import Testing
import Vocabulary

@testable import Records

@Suite("What a supplier's program may send")
struct SupplyTests {
  static let today = CivilDate(2026, 11, 21)
  static let key = SupplierKey(bytes: [UInt8](repeating: 7, count: 32))

  static func grant(
    issuers: [String] = [RecordSample.court], supplier: Supplier = .court,
    kinds: [DocumentKind] = [.firstInstanceJudgment, .specialPardon]
  ) throws -> SupplierGrant {
    SupplierGrant(
      id: try #require(SupplierID("tand-mau")), issuers: issuers, supplier: supplier,
      kinds: kinds, key: key)
  }

  private func refusal(_ grant: SupplierGrant, _ document: SupplierDocument) -> String? {
    do {
      try grant.check(document)
      return nil
    } catch {
      return error.reason == .notThisSuppliers ? error.field : "another reason"
    }
  }

  @Test func `its own kinds, in its own name, about its own judgments`() throws {
    let own = try Self.grant()
    #expect(refusal(own, RecordSample.extract()) == nil)
    let otherKinds = try Self.grant(kinds: [.specialPardon])
    #expect(refusal(otherKinds, RecordSample.extract()) == "kind")
    let otherName = try Self.grant(issuers: ["Tòa khác"])
    #expect(refusal(otherName, RecordSample.extract()) == "issuer")
    var foreign = RecordSample.extract()
    foreign.issuer = "Tòa án gửi"
    let sender = try Self.grant(issuers: ["Tòa án gửi"])
    #expect(refusal(sender, foreign) == "judgment.court")
    let both = try Self.grant(issuers: ["Tòa án gửi", RecordSample.court])
    #expect(refusal(both, foreign) == nil)
  }

  private func read(_ json: String) -> DocumentRefusal? {
    do {
      _ = try DocumentReader.read(Array(json.utf8), arrivedOn: Self.today)
      return nil
    } catch {
      return error
    }
  }

  @Test func `the day of receipt is ours to say`() throws {
    let bytes = DocumentWriter.bytes(of: RecordSample.extract())
    let said = String(decoding: bytes, as: UTF8.self)
    #expect(read(said) == DocumentRefusal("receivedOn", .receiversToSay))
    let unsaid = said.replacing("\"receivedOn\":\"2023-06-20\",", with: "")
    let document = try DocumentReader.read(Array(unsaid.utf8), arrivedOn: Self.today)
    #expect(document.receivedOn == Self.today)
  }

  @Test func `broken UTF-8 is refused whole`() {
    var bytes = DocumentWriter.bytes(of: RecordSample.extract())
    bytes[40] = 0xFF
    #expect(throws: DocumentRefusal("", .notUTF8)) {
      try DocumentReader.read(bytes, arrivedOn: Self.today)
    }
  }

  @Test func `what is nested a hundred thousand deep is refused where it begins`() {
    let deep = String(repeating: "[", count: 30_000)
    #expect(read("{\"kind\":\(deep)") == DocumentRefusal("kind", .notText))
    #expect(read(deep) == DocumentRefusal("", .notAnObject))
  }

  @Test func `a key is read as OpenSSL writes it and as 32 bytes`() throws {
    let pem = """
      -----BEGIN PUBLIC KEY-----
      MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
      -----END PUBLIC KEY-----
      """
    let key = try #require(SupplierKey(text: pem))
    #expect(key.text == "Gb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=")
    #expect(SupplierKey(text: key.text) == key)
    for wrong in ["", "x", "AAAA", pem.replacing("K2Vw", with: "K2Vu")] {
      #expect(SupplierKey(text: wrong) == nil)
    }
  }

  @Test func `the text that is signed is this`() throws {
    let text = SupplyEnvelope.signedText(
      to: RecordSample.agency, from: try #require(SupplierID("tand-mau")),
      name: try #require(SupplyMessageName("TA-1")), bodyHash: "00ff")
    #expect(
      String(decoding: text, as: UTF8.self)
        == "lylich supply 1\nto: stp-mau\nfrom: tand-mau\nmessage: TA-1\nbody: 00ff\n")
  }

  @Test(arguments: ["", "TA/1", "TA 1", String(repeating: "a", count: 65), "Tòa"])
  func `a message's name is short and plain`(name: String) {
    #expect(SupplyMessageName(name) == nil)
  }

  @Test func `lines of a body keep their numbers, and empty ones are none`() throws {
    let envelope = SupplyEnvelope(
      sender: try #require(SupplierID("tand-mau")), name: try #require(SupplyMessageName("1")),
      signature: [], body: Array("{}\n\n \r\n{}".utf8), shape: .lines)
    #expect(envelope.documents.map { $0.line } == [1, 4])
  }

  @Test func `article 217a is read, told, written and compared`() throws {
    var document = RecordSample.extract()
    guard case .judgment(var extract) = document.content else { return }
    extract.offences[0].article = 217
    extract.offences[0].suffix = .a
    document.content = .judgment(extract)
    let bytes = DocumentWriter.bytes(of: document)
    #expect(String(decoding: bytes, as: UTF8.self).contains("\"article\":217,\"suffix\":\"a\""))
    #expect(try DocumentReader.read(bytes, today: Self.today) == document)
    #expect(extract.offences[0].articleText == "217a")
    var plain = extract.offences[0]
    plain.suffix = nil
    #expect(!extract.offences[0].agrees(with: plain))
    let alone = String(decoding: bytes, as: UTF8.self).replacing("\"article\":217,", with: "")
    #expect(throws: DocumentRefusal("offences[0].article", .missing)) {
      try DocumentReader.read(Array(alone.utf8), today: Self.today)
    }
  }
}
