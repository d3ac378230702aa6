import Foundation
import NIOHTTP1
package import Vocabulary

/// The bodies that are asked before a certificate is issued: records centre and police.
package struct Agencies: Sendable {
  private let recordsCentre: Endpoint
  private let police: Endpoint
  private let line: Line

  package init(recordsCentre: Endpoint, police: Endpoint, line: Line) {
    self.recordsCentre = recordsCentre
    self.police = police
    self.line = line
  }

  /// Sends, or sends again: the body knows an inquiry by its id.
  package func send(_ inquiry: Inquiry) async throws(Fault) -> InquiryReply {
    try await send(inquiry, to: address(of: inquiry.body))
  }

  /// Asks after an inquiry that was accepted. The whole inquiry is needed, so that an answer about
  /// somebody else is noticed.
  package func poll(_ inquiry: Inquiry) async throws(Fault) -> InquiryReply {
    try await poll(inquiry, at: address(of: inquiry.body))
  }

  /// Sends a question about one fact, or sends it again.
  package func send(_ inquiry: FactInquiry) async throws(Fault) -> FactReply {
    try await send(inquiry, to: address(of: inquiry.holder))
  }

  /// Asks after a question that was accepted.
  package func poll(_ inquiry: FactInquiry) async throws(Fault) -> FactReply {
    try await poll(inquiry, at: address(of: inquiry.holder))
  }

  /// Asks after what was sent before, and sends it again where the body has lost it.
  package func follow(_ inquiry: Inquiry) async throws(Fault) -> InquiryReply {
    let reply = try await poll(inquiry)
    return reply == .unknown ? try await send(inquiry) : reply
  }

  package func follow(_ inquiry: FactInquiry) async throws(Fault) -> FactReply {
    let reply = try await poll(inquiry)
    return reply == .unknown ? try await send(inquiry) : reply
  }

  private func send<Question: AgencyQuestion>(
    _ question: Question, to body: Endpoint
  ) async throws(Fault) -> AgencyReply<Question.Answer> {
    let doing = "sending \(question.errand)"
    let reply = try await line.postJSON(question.json, to: body.at(Question.path), doing: doing)
    return try question.read(reply, doing: doing)
  }

  private func poll<Question: AgencyQuestion>(
    _ question: Question, at body: Endpoint
  ) async throws(Fault) -> AgencyReply<Question.Answer> {
    let doing = "asking after \(question.errand)"
    let reply = try await line.send(
      .init(
        doing: doing, method: .GET, url: body.at("\(Question.path)/\(question.id.text)"),
        headers: [("Accept", "application/json")]))
    return try question.read(reply, doing: doing)
  }

  /// Courts and civil enforcement are reached where the records centre is, prisons and communes
  /// where the police are: each pair shares one exchange.
  private func address(of holder: AskedHolder) -> Endpoint {
    switch holder {
    case .court, .civilEnforcement: recordsCentre
    case .criminalEnforcement, .commune: police
    }
  }

  private func address(of body: InquiredBody) -> Endpoint {
    switch body {
    case .recordsCentre: recordsCentre
    case .police: police
    }
  }
}

extension Inquiry: AgencyQuestion {
  static var path: String { "/inquiries" }
  var errand: String { "an inquiry (\(body.rawValue))" }

  func answer(_ value: JSON) throws(StrictObject.Misfit) -> InquiryAnswer {
    try InquiryAnswer(value, to: self)
  }

  var json: [String: JSON] {
    var subject = person.json
    subject["otherNames"] = .array(person.otherNames.map { .string($0.text) })
    subject["fatherName"] = person.fatherName.map { .string($0.text) }
    subject["motherName"] = person.motherName.map { .string($0.text) }
    return [
      "inquiry": .string(id.text), "body": .string(body.rawValue),
      "caseNumber": .string(caseNumber.text), "person": .object(subject),
    ]
  }
}

extension InquiredPerson {
  /// What every question says of the person.
  var json: [String: JSON] {
    var subject: [String: JSON] = [
      "name": .string(name.text), "birthDate": .string(birthDate.iso),
      "otherNumbers": .array(otherNumbers.map(JSON.string)),
    ]
    subject["nationalID"] = nationalID.map { .string($0.digits) }
    return subject
  }
}

extension InquiryAnswer {
  init(_ value: JSON, to inquiry: Inquiry) throws(StrictObject.Misfit) {
    var fields = try StrictObject(value, as: "answer")
    try fields.checkSearched(inquiry.person)
    let outcome = try fields.text("outcome")
    let reference = try fields.text("reference", limit: 100)
    let day = try fields.day("searchedOn")
    switch outcome {
    case "no-record":
      self = .noRecord(reference: reference, searchedOn: day)
    case "record":
      let (entries, bans) = (try fields.entries(), try fields.bans())
      guard !entries.isEmpty || !bans.isEmpty else {
        throw StrictObject.Misfit(words: "a record without entries")
      }
      self = .record(
        reference: reference, searchedOn: day, summary: try fields.text("summary", limit: 4000),
        entries: entries, bans: bans)
    case "doubtful":
      self = .doubtful(
        reference: reference, searchedOn: day, reason: try fields.text("reason", limit: 2000))
    default:
      throw StrictObject.Misfit(words: "\"outcome\" is unknown")
    }
    try fields.end()
  }
}

extension StrictObject {
  /// The body repeats whom it searched for: "no record" about somebody else clears nobody.
  fileprivate mutating func checkSearched(_ person: InquiredPerson) throws(Misfit) {
    guard let value = any("searchedFor") else {
      throw Misfit(words: "\"searchedFor\" is missing")
    }
    var searched = try StrictObject(value, as: "searchedFor")
    let sameNumber = try searched.optionalNationalID("nationalID") == person.nationalID
    let sameName = try searched.name("name") == person.name
    let sameBirth = try searched.text("birthDate") == person.birthDate.iso
    try searched.end()
    guard sameNumber, sameName, sameBirth else {
      throw Misfit(words: "another person was searched for")
    }
  }

  fileprivate mutating func entries() throws(Misfit) -> [RecordEntry] {
    var entries: [RecordEntry] = []
    for value in try array("entries", limit: 100) {
      var fields = try StrictObject(value, as: "entries")
      entries.append(
        RecordEntry(
          judgmentNumber: try fields.text("judgmentNumber", limit: 100),
          judgmentOn: try fields.day("judgmentOn"), court: try fields.text("court"),
          offence: try fields.text("offence"), provision: try fields.optionalText("provision"),
          principalPenalty: try fields.text("principalPenalty"),
          supplementaryPenalty: try fields.optionalText("supplementaryPenalty"),
          civilObligations: try fields.optionalText("civilObligations"),
          courtFees: try fields.optionalText("courtFees"),
          execution: try fields.optionalText("execution"),
          clearedFrom: try fields.optionalDay("clearedFrom")))
      try fields.end()
    }
    return entries
  }

  fileprivate mutating func bans() throws(Misfit) -> [BanEntry] {
    var bans: [BanEntry] = []
    for value in try array("bans", limit: 20) {
      var fields = try StrictObject(value, as: "bans")
      bans.append(
        BanEntry(
          decisionNumber: try fields.text("decisionNumber", limit: 100),
          decidedOn: try fields.day("decidedOn"), court: try fields.text("court"),
          office: try fields.text("office"), term: try fields.text("term"),
          until: try fields.optionalDay("until")))
      try fields.end()
    }
    return bans
  }
}
