import Foundation
import Law
import Vocabulary

/// A history as one line of the format of `lylich expungement`: what is stored with a finding is
/// what a clerk could hand to the command.
struct HistoryLine: Encodable {
  private let id: String
  private let asOf: CivilDate
  private let subject: Subject
  private let convictions: [ConvictionLine]

  init(_ history: ConvictionHistory, asOf day: CivilDate) {
    self.id = HistoryLine.mark
    self.asOf = day
    self.subject = Subject(
      bornOn: history.bornOn, pending: history.pendingActs.map(Subject.Act.init(committedOn:)))
    self.convictions = history.convictions.map(ConvictionLine.init)
  }

  /// In the place of the asker's id: a person's number is never in a line.
  static let mark = "case"

  var text: String { String(decoding: JournalCodec.bytes(of: self), as: UTF8.self) }

  private struct Subject: Encodable {
    let bornOn: CivilDate
    let pending: [Act]

    struct Act: Encodable {
      let committedOn: CivilDate
    }
  }
}

private struct ConvictionLine: Encodable {
  let id: String
  let judgmentOn, effectiveOn: CivilDate
  let annulledOn, courtExpungedOn, generalAmnestyOn: CivilDate?
  let offences: [OffenceLine]
  let principal: PrincipalLine
  let supplementary, obligations: [PartLine]

  init(_ conviction: Conviction) {
    self.id = conviction.id
    self.judgmentOn = conviction.judgmentOn
    self.effectiveOn = conviction.effectiveOn
    self.annulledOn = conviction.annulledOn
    self.courtExpungedOn = conviction.courtExpungedOn
    self.generalAmnestyOn = conviction.generalAmnestyOn
    self.offences = conviction.offences.map(OffenceLine.init)
    self.principal = PrincipalLine(conviction.principal)
    self.supplementary = conviction.supplementary.map {
      PartLine(kind: $0.kind.rawValue, completed: FactValue.completion($0.completed).text)
    }
    self.obligations = conviction.obligations.map {
      PartLine(kind: $0.kind.rawValue, completed: FactValue.completion($0.completed).text)
    }
  }
}

private struct OffenceLine: Encodable {
  let code: PenalCode
  let article: Int
  let clause: Int?
  let point: String?
  let gravity: Gravity
  let fault: FaultForm
  let committedOn: CivilDate

  init(_ offence: Offence) {
    self.code = offence.code
    self.article = offence.article
    self.clause = offence.clause
    self.point = offence.point
    self.gravity = offence.gravity
    self.fault = offence.fault
    self.committedOn = offence.committedOn
  }

  enum CodingKeys: String, CodingKey {
    case code, article, clause, point, fault, committedOn
    case gravity = "class"
  }
}

private struct PrincipalLine: Encodable {
  let kind: String
  let months: Int?
  let completed: String?
  let limitationExpiredOn: CivilDate?

  init(_ principal: PrincipalPenalty) {
    self.kind = principal.kind.rawValue
    self.months = principal.months
    self.completed = principal.completed.map { FactValue.completion($0).text }
    self.limitationExpiredOn = principal.limitationExpiredOn
  }
}

private struct PartLine: Encodable {
  let kind: String
  let completed: String
}
