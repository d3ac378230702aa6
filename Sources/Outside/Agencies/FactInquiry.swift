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

/// What came of sending or asking after a question. Silence and errors are thrown `Fault`s.
package enum FactReply: Equatable, Sendable {
  case accepted
  case answered(FactAnswer)
  /// The body has no such question (only after `poll`): send it again.
  case unknown
  /// An answer came that cannot be used, for the reason given (no personal data).
  case unusable(reason: String)
}

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

extension FactInquiry {
  var json: [String: JSON] {
    var subject: [String: JSON] = [
      "name": .string(person.name.text), "birthDate": .string(person.birthDate.iso),
      "otherNumbers": .array(person.otherNumbers.map(JSON.string)),
    ]
    subject["nationalID"] = person.nationalID.map { .string($0.digits) }
    return [
      "inquiry": .string(id.text), "holder": .string(holder.rawValue),
      "caseNumber": .string(caseNumber.text), "person": .object(subject),
      "judgment": .object([
        "number": .string(judgmentNumber), "pronouncedOn": .string(pronouncedOn.iso),
        "court": .string(court),
      ]),
      "part": .string(part), "kind": .string(kind),
    ]
  }
}

extension FactReply {
  /// Every field is expected and understood, or the answer is no answer.
  init(
    _ object: StrictObject, to inquiry: FactInquiry, status: Int
  ) throws(StrictObject.Misfit) {
    var fields = object
    guard try fields.text("inquiry") == inquiry.id.text else {
      throw StrictObject.Misfit(words: "the answer belongs to another question")
    }
    let word = try fields.text("status")
    switch (word, status) {
    case ("accepted", 202):
      try fields.end()
      self = .accepted
    case ("answered", 200):
      let answer = try FactAnswer(fields.any("answer") ?? .null, to: inquiry)
      try fields.end()
      self = .answered(answer)
    default:
      throw StrictObject.Misfit(words: "\"status\" does not fit status code \(status)")
    }
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
