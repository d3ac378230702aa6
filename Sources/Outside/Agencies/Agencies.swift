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
    let doing = "sending an inquiry (\(inquiry.body.rawValue))"
    let reply = try await line.postJSON(
      inquiry.json, to: address(of: inquiry.body).at("/inquiries"), doing: doing)
    return try read(reply, to: inquiry, doing: doing)
  }

  /// Asks after an inquiry that was accepted. The whole inquiry is needed, so that an answer about
  /// somebody else is noticed.
  package func poll(_ inquiry: Inquiry) async throws(Fault) -> InquiryReply {
    let doing = "asking after an inquiry (\(inquiry.body.rawValue))"
    let reply = try await line.send(
      .init(
        doing: doing, method: .GET,
        url: address(of: inquiry.body).at("/inquiries/\(inquiry.id.text)"),
        headers: [("Accept", "application/json")]))
    return try read(reply, to: inquiry, doing: doing)
  }

  /// Sends a question about one fact, or sends it again.
  package func send(_ inquiry: FactInquiry) async throws(Fault) -> FactReply {
    let doing = "asking for a fact (\(inquiry.holder.rawValue))"
    let reply = try await line.postJSON(
      inquiry.json, to: address(of: inquiry.holder).at("/facts"), doing: doing)
    return try read(reply, to: inquiry, doing: doing)
  }

  /// Asks after a question that was accepted.
  package func poll(_ inquiry: FactInquiry) async throws(Fault) -> FactReply {
    let doing = "asking after a fact (\(inquiry.holder.rawValue))"
    let reply = try await line.send(
      .init(
        doing: doing, method: .GET,
        url: address(of: inquiry.holder).at("/facts/\(inquiry.id.text)"),
        headers: [("Accept", "application/json")]))
    return try read(reply, to: inquiry, doing: doing)
  }

  /// Courts and civil enforcement are reached where the records centre is, prisons and communes
  /// where the police are: each pair shares one exchange.
  private func address(of holder: AskedHolder) -> Endpoint {
    switch holder {
    case .court, .civilEnforcement: recordsCentre
    case .criminalEnforcement, .commune: police
    }
  }

  private func read(
    _ reply: Line.Reply, to inquiry: FactInquiry, doing: String
  ) throws(Fault) -> FactReply {
    switch reply.status {
    case 200, 202: break
    case 404: return .unknown
    case 500...599, 408, 429:
      throw Fault(doing, cause: "status \(reply.status)", retry: .later)
    default: return .unusable(reason: "status \(reply.status)")
    }
    guard reply.contentType == "application/json", let fields = JSON.object(in: reply.body) else {
      return .unusable(reason: "the answer is no JSON object")
    }
    do throws(StrictObject.Misfit) {
      return try FactReply(StrictObject(fields), to: inquiry, status: reply.status)
    } catch {
      return .unusable(reason: error.words)
    }
  }

  private func address(of body: InquiredBody) -> Endpoint {
    switch body {
    case .recordsCentre: recordsCentre
    case .police: police
    }
  }

  private func read(
    _ reply: Line.Reply, to inquiry: Inquiry, doing: String
  ) throws(Fault) -> InquiryReply {
    switch reply.status {
    case 200, 202: break
    case 404: return .unknown
    case 500...599, 408, 429:
      throw Fault(doing, cause: "status \(reply.status)", retry: .later)
    default: return .unusable(reason: "status \(reply.status)")
    }
    guard reply.contentType == "application/json", let fields = JSON.object(in: reply.body) else {
      return .unusable(reason: "the answer is no JSON object")
    }
    do throws(StrictObject.Misfit) {
      return try InquiryReply(StrictObject(fields), to: inquiry, status: reply.status)
    } catch {
      return .unusable(reason: error.words)
    }
  }
}

extension Inquiry {
  var json: [String: JSON] {
    var subject: [String: JSON] = [
      "name": .string(person.name.text), "birthDate": .string(person.birthDate.iso),
      "otherNumbers": .array(person.otherNumbers.map(JSON.string)),
      "otherNames": .array(person.otherNames.map { .string($0.text) }),
    ]
    subject["nationalID"] = person.nationalID.map { .string($0.digits) }
    subject["fatherName"] = person.fatherName.map { .string($0.text) }
    subject["motherName"] = person.motherName.map { .string($0.text) }
    return [
      "inquiry": .string(id.text), "body": .string(body.rawValue),
      "caseNumber": .string(caseNumber.text), "person": .object(subject),
    ]
  }
}

extension InquiryReply {
  /// Every field is expected and understood, or the answer is no answer.
  init(
    _ object: StrictObject, to inquiry: Inquiry, status: Int
  ) throws(StrictObject.Misfit) {
    var fields = object
    guard try fields.text("inquiry") == inquiry.id.text else {
      throw StrictObject.Misfit(words: "the answer belongs to another inquiry")
    }
    let word = try fields.text("status")
    switch (word, status) {
    case ("accepted", 202):
      try fields.end()
      self = .accepted
    case ("answered", 200):
      let answer = try InquiryAnswer(fields.any("answer") ?? .null, to: inquiry)
      try fields.end()
      self = .answered(answer)
    default:
      throw StrictObject.Misfit(words: "\"status\" does not fit status code \(status)")
    }
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
