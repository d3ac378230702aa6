package import Vocabulary

/// A question about one fact of one judgment to the body that holds it; the same id is the same
/// question, however often it arrives.
package struct FactInquiry: Equatable, Sendable {
  package let id: InquiryID
  package let holder: AskedHolder
  package let caseNumber: CaseNumber
  package let person: InquiredPerson
  package let judgmentNumber: String
  package let pronouncedOn: CivilDate
  package let court: String
  /// The part and its kind, in the words of the line format of `lylich expungement`.
  package let part: String
  package let kind: String

  package init(
    id: InquiryID, holder: AskedHolder, caseNumber: CaseNumber, person: InquiredPerson,
    judgmentNumber: String, pronouncedOn: CivilDate, court: String, part: String, kind: String
  ) {
    self.id = id
    self.holder = holder
    self.caseNumber = caseNumber
    self.person = person
    self.judgmentNumber = judgmentNumber
    self.pronouncedOn = pronouncedOn
    self.court = court
    self.part = part
    self.kind = kind
  }
}

/// Who can be asked for a fact. The raw values are those of `Law`'s holders.
package enum AskedHolder: String, Sendable, Codable, CaseIterable {
  case court
  case civilEnforcement = "civil-enforcement"
  case criminalEnforcement = "criminal-enforcement"
  case commune
}

/// What came of sending or asking after a question.
package typealias FactReply = AgencyReply<FactAnswer>

/// A body's answer about the judgment and the part that were asked for.
package struct FactAnswer: Equatable, Sendable {
  package let value: Value
  package let reference: String
  package let answeredOn: CivilDate
  package let note: String

  package enum Value: Equatable, Sendable {
    case done(on: CivilDate)
    case notDone
    /// A class of offence or a form of fault, as the law names it.
    case named(String)
    /// The body has looked and cannot tell. It is not "done".
    case cannotTell
  }
}

extension FactInquiry: AgencyQuestion {
  static var path: String { "/facts" }
  var errand: String { "a question about a fact (\(holder.rawValue))" }

  func answer(_ value: JSON) throws(StrictObject.Misfit) -> FactAnswer {
    try FactAnswer(value, to: self)
  }

  var json: [String: JSON] {
    [
      "inquiry": .string(id.text), "holder": .string(holder.rawValue),
      "caseNumber": .string(caseNumber.text), "person": .object(person.json),
      "judgment": .object([
        "number": .string(judgmentNumber), "pronouncedOn": .string(pronouncedOn.iso),
        "court": .string(court),
      ]),
      "part": .string(part), "kind": .string(kind),
    ]
  }
}

extension FactAnswer {
  /// The body repeats what it looked up: "done" about another judgment clears nobody.
  init(_ value: JSON, to inquiry: FactInquiry) throws(StrictObject.Misfit) {
    var fields = try StrictObject(value, as: "answer")
    let sameNumber = try fields.text("judgmentNumber") == inquiry.judgmentNumber
    let sameDay = try fields.day("pronouncedOn") == inquiry.pronouncedOn
    let samePart = try fields.text("part") == inquiry.part
    guard sameNumber, sameDay, samePart else {
      throw StrictObject.Misfit(words: "another judgment or part was looked up")
    }
    let day = try fields.day("answeredOn")
    self.value = try Value(fields.text("value", limit: 40))
    self.reference = try fields.text("reference", limit: 100)
    self.answeredOn = day
    self.note = try fields.optionalText("note", limit: 2000) ?? ""
    try fields.end()
  }
}

extension FactAnswer.Value {
  private static let names: Set<String> = [
    "lessSerious", "serious", "verySerious", "extremelySerious", "intentional", "negligent",
  ]

  init(_ text: String) throws(StrictObject.Misfit) {
    switch text {
    case "no": self = .notDone
    case "unknown": self = .cannotTell
    case _ where FactAnswer.Value.names.contains(text): self = .named(text)
    default:
      guard let done = CivilDate(iso: text) else {
        throw StrictObject.Misfit(words: "\"value\" is unknown")
      }
      self = .done(on: done)
    }
  }
}
