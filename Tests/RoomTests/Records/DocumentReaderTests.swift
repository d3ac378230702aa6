import Law
import Testing
import Vocabulary

@testable import Records

@Suite("Suppliers' documents are read strictly")
struct DocumentReaderTests {
  static let today = CivilDate(2026, 11, 21)

  private func refusal(_ json: String) -> DocumentRefusal? {
    do {
      _ = try DocumentReader.read(Array(json.utf8), today: Self.today)
      return nil
    } catch {
      return error
    }
  }

  /// A right document with something put in place of something else.
  private func json(_ old: String = "", _ new: String = "") -> String {
    let bytes = DocumentWriter.bytes(of: RecordSample.extract())
    let text = String(decoding: bytes, as: UTF8.self)
    return old.isEmpty ? text : text.replacing(old, with: new)
  }

  @Test(arguments: [
    RecordSample.extract(), RecordSample.release(),
    RecordSample.feePaid(.no, on: CivilDate(2024, 1, 5)),
    RecordSample.extract(obligations: nil, committedOn: nil),
  ])
  func `what is written is read back`(document: SupplierDocument) throws {
    let bytes = DocumentWriter.bytes(of: document)
    #expect(try DocumentReader.read(bytes, today: Self.today) == document)
    #expect(try DocumentReader.read(filed: bytes) == document)
  }

  @Test func `white space, escapes and any order of keys are the same document`() throws {
    let text = json("Trộm cắp tài sản", "Tr\\u1ED9m c\\u1eafp tài sản")
      .replacing(",\"", with: " ,\n\t\"")
    #expect(
      try DocumentReader.read(Array(text.utf8), today: Self.today) == RecordSample.extract())
  }

  @Test(arguments: [
    ("\"gravity\":\"lessSerious\"", "\"gravity\":\"mild\"", "offences[0].gravity"),
    ("\"article\":173", "\"article\":0", "offences[0].article"),
    ("\"article\":173", "\"article\":1e3", "offences[0].article"),
    ("\"article\":173", "\"artikle\":173", "offences[0].artikle"),
    ("\"born\":\"1990-03-12\"", "\"born\":\"1990-02-31\"", "person.born"),
    ("\"numbers\":[\"092090000001\"]", "\"numbers\":[\"12345\"]", "person.numbers[0]"),
    ("\"months\":9", "\"months\":9,\"months\":10", "principal.months"),
    ("\"receivedOn\":\"2023-06-20\"", "\"receivedOn\":\"2027-01-01\"", "receivedOn"),
    ("\"committedOn\":\"2023-01-05\"", "\"committedOn\":\"2023-12-05\"", "offences[0].committedOn"),
    ("\"kind\":\"firstInstanceJudgment\"", "\"kind\":\"specialPardon\"", "judgment"),
    ("\"issuedOn\"", "\"on\":\"2023-01-01\",\"issuedOn\"", "on"),
    ("\"sex\":\"male\"", "\"sex\":null", "person.sex"),
    ("Nguyễn Văn Mẫu", "Nguyễn\\u202eVăn", "person.name"),
    ("\"name\":\"Nguyễn Văn Mẫu\",", "", "person.name"),
  ])
  func `a wrong field is named with its place`(old: String, new: String, field: String) {
    #expect(refusal(json(old, new))?.field == field)
  }

  @Test(arguments: ["", "{", "[]", "{}", "null", "{\"kind\":", "{\"kind\":\"x\"} {}"])
  func `what is no document is refused`(text: String) {
    #expect(refusal(text) != nil)
  }

  @Test func `cut anywhere it is refused and never crashes`() {
    let bytes = DocumentWriter.bytes(of: RecordSample.extract())
    for end in 0..<bytes.count {
      #expect(throws: DocumentRefusal.self) {
        try DocumentReader.read(Array(bytes[..<end]), today: Self.today)
      }
    }
  }

  @Test func `no refusal repeats what a field holds`() {
    let words = refusal(json("\"092090000001\"", "\"0920900000017\""))?.description
    #expect(words == "person.numbers[0]: must be 9 or 12 digits, or 6 to 20 capitals and digits")
    let key = refusal(json("\"sex\":", "\"Nguyễn Văn A\":"))
    #expect(key == DocumentRefusal("person.?", .unknownKey))
  }
}
