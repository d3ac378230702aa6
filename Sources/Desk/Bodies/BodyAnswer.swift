import Assessment
import CaseFile
import Document
import Foundation
import Intake
import Law
import Records
import Store
import Vocabulary

/// The answer to a body as data (Law 107/2025/QH15): what its certificate would state, and nothing
/// that its kind does not print.
struct BodyAnswer: Equatable, Codable {
  let format: String
  let agency: String
  let request: String
  let letter: String
  let body: String
  let kind: String
  let issuedAt: String
  let subject: Subject
  /// `none` or `judgments`.
  let criminalRecord: String
  let judgments: [Line]
  /// `notStated` where number 1 was not to state bans; else `none` or `ban`.
  let bans: String
  let ban: BanLine?
  let ruleSet: String

  struct Subject: Equatable, Codable {
    let name: String
    let birthDate: String
    let paper: String
  }

  struct Line: Equatable, Codable {
    let number: String
    let pronouncedOn: String
    let court: String
    let offence: String
    let provision: String
    let principalPenalty: String
    let supplementaryPenalty: String
    let execution: String
    /// The first day on which the person counts as not convicted; nil where not cleared.
    let clearedFrom: String?
  }

  struct BanLine: Equatable, Codable {
    let decisionNumber: String
    let decidedOn: String
    let court: String
    let office: String
    let term: String
    /// The last day; nil where no document knows one.
    let until: String?
  }

  /// - Parameter letter: the one that followed an urgent request; nil where none did yet, or it
  ///   came with the request.
  /// - Throws: `Refused.bodyUnsettled` where the rules cannot conclude from what the record holds.
  init(
    _ row: BodyRequestRow, _ request: BodyRequest, letter: BodyLetter?, _ held: HeldRecord,
    by rules: RuleSet, at now: Instant
  ) throws {
    let day = now.civilDate
    let found = held.found(with: AssessorsWork(), taken: [])
    guard found.unsettled.isEmpty else { throw Refused.bodyUnsettled }
    let run: ExpungementRun
    do {
      run = try conclude(found, bornOn: request.subjectBirthDate.latest, on: day)
    } catch {
      throw Refused.bodyUnsettled
    }
    var lines: [Line] = []
    for judgment in found.judgments {
      let conclusion = run.answer.convictions.first { $0.id == judgment.id }
      guard let conclusion,
        let standing = Standing(conclusion.status, from: conclusion.from)
      else { throw Refused.bodyUnsettled }
      guard let line = Line(judgment.words, standing, on: request.kind, at: day) else { continue }
      lines.append(line)
    }
    self.format = "lylich body answer 1"
    self.agency = row.agency.code
    self.request = row.number
    self.letter = letter?.number ?? request.letter?.number ?? ""
    self.body = row.bodyName
    self.kind = row.kind
    self.issuedAt = now.description
    self.subject = Subject(
      name: request.subjectName.text, birthDate: request.subjectBirthDate.vietnamese,
      paper: request.subjectPaper)
    self.judgments = lines.sorted { $0.pronouncedOn < $1.pronouncedOn }
    switch CertificateStates.printsBan(request.bans, kind: request.kind) {
    case .leftOut: (self.bans, self.ban) = ("notStated", nil)
    case .printed:
      let ban = try BodyAnswer.ban(found.ban, beside: held.undatedBans, at: day)
      (self.bans, self.ban) = (ban == nil ? "none" : "ban", ban)
    }
    self.criminalRecord = lines.isEmpty ? "none" : "judgments"
    self.ruleSet = rules.id
  }
}

extension BodyAnswer {
  /// Nil where none binds on the day. A ban that may bind and that no document dates cannot be left
  /// out in silence.
  private static func ban(
    _ ban: Ban?, beside undated: [UndatedBan], at day: CivilDate
  ) throws(Refused) -> BanLine? {
    let mayBind = undated.contains {
      CertificateStates.banBinds(until: $0.recorded.ban.until, on: day)
    }
    guard !mayBind else { throw .bodyUnsettled }
    guard let ban, CertificateStates.banBinds(until: ban.until, on: day) else { return nil }
    return BanLine(
      decisionNumber: ban.decisionNumber, decidedOn: ban.decidedOn.iso, court: ban.court,
      office: ban.office, term: ban.term, until: ban.until?.iso)
  }
}

extension BodyAnswer.Line {
  /// Nil where a certificate of this kind does not print it on the day.
  fileprivate init?(
    _ words: Judgment, _ standing: Standing, on kind: CertificateKind, at day: CivilDate
  ) {
    let clearance: CertificateStates.Clearance
    switch standing {
    case .printsNowhere: return nil
    case .notCleared: clearance = .notCleared
    case .cleared(let from): clearance = .cleared(from: from)
    }
    guard CertificateStates.printsJudgment(clearance, kind: kind, on: day) == .printed else {
      return nil
    }
    number = words.number
    pronouncedOn = words.pronouncedOn.iso
    court = words.court
    offence = words.offence
    provision = words.provision
    principalPenalty = words.principalPenalty
    supplementaryPenalty = words.supplementaryPenalty
    execution = words.execution
    if case .cleared(let from) = standing { clearedFrom = from.iso } else { clearedFrom = nil }
  }
}

extension Press {
  /// The answer in an envelope that the agency's seal signs: `content` is the exact bytes, in
  /// base64, over which `signature` is made.
  func signed(_ answer: BodyAnswer) throws -> [UInt8] {
    let content = JournalCodec.bytes(of: answer)
    let signer = signers.seal
    let envelope = SignedAnswer(
      algorithm: signer.algorithm == .ecdsaP256 ? "ecdsa-p256-sha256" : "rsa-pkcs1-sha256",
      content: Data(content).base64EncodedString(),
      signature: Data(try signer.sign(content)).base64EncodedString(),
      certificates: signer.chain.map { Data($0.der).base64EncodedString() })
    return JournalCodec.bytes(of: envelope)
  }
}

private struct SignedAnswer: Encodable {
  let algorithm: String
  let content: String
  let signature: String
  /// The signer's first, DER in base64.
  let certificates: [String]
}
