import Law
import Records
import Vocabulary

/// What the places of a form's patterns are filled with.
extension CertificateForm {
  func values(of statement: CertificateStatement) -> [String: String] {
    let person = statement.identity
    return [
      "name": person.name,
      "NAME": person.name.uppercased().inNFC,
      "sex": person.sex == .male ? words.male : words.female,
      "birthDate": person.birthDate.vietnamese,
      "birthPlace": person.birthPlace,
      "nationality": person.nationality,
      "ethnicity": person.ethnicity,
      "paperKind": words.papers[person.paperKind] ?? person.paperKind,
      "paperNumber": person.paperNumber,
      "paperIssuedOn": person.paperIssuedOn?.vietnamese ?? "",
      "paperIssuedBy": person.paperIssuedBy,
      "permanentResidence": person.permanentResidence,
      "temporaryResidence": person.temporaryResidence,
      "father": statement.family?.father ?? "",
      "mother": statement.family?.mother ?? "",
      "spouse": statement.family?.spouse ?? "",
    ]
  }

  func values(of judgment: Judgment, index: Int, on issued: CivilDate) -> [String: String] {
    let day = dayWords(judgment.pronouncedOn)
    return [
      "index": "\(index)",
      "number": judgment.number,
      "pronouncedOn": judgment.pronouncedOn.vietnamese,
      "day": day.day,
      "month": day.month,
      "year": day.year,
      "court": judgment.court,
      "offence": judgment.offence,
      "provision": judgment.provision,
      "principalPenalty": judgment.principalPenalty,
      "supplementaryPenalty": judgment.supplementaryPenalty,
      "civilObligations": judgment.civilObligations,
      "courtFees": judgment.courtFees,
      "execution": judgment.execution,
      "clearance": clearance(judgment.clearance, on: issued),
    ]
  }

  func values(of ban: Records.Ban) -> [String: String] {
    let day = dayWords(ban.decidedOn)
    return [
      "number": ban.decisionNumber,
      "decidedOn": ban.decidedOn.vietnamese,
      "day": day.day,
      "month": day.month,
      "year": day.year,
      "court": ban.court,
      "office": ban.office,
      "term": ban.term,
    ]
  }

  /// A clearance that is still to come on the day of the certificate is none yet.
  private func clearance(_ clearance: Judgment.Clearance, on issued: CivilDate) -> String {
    switch clearance {
    case .cleared(let from) where clearance.isPast(on: issued):
      words.cleared.filled(["from": from.vietnamese])
    case .notCleared, .cleared: words.notCleared
    }
  }
}

extension Judgment.Clearance {
  /// Whether the person counts as not convicted on the day.
  func isPast(on day: CivilDate) -> Bool {
    switch self {
    case .notCleared: false
    case .cleared(let from): from <= day
    }
  }
}
