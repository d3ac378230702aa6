import CaseFile
import Document
import Intake
import Issuance
import Law
import Vocabulary
import Words

extension Press {
  /// Mẫu 02 to 05 from the case's own data.
  ///
  /// - Parameter names: of the officers who acted.
  /// - Throws: `Refused.notFound` where the case has no such paper.
  func form(
    _ form: StatutoryForm, of facts: CaseFacts, by rules: RuleSet,
    names: [OfficerID: String], at now: Instant
  ) throws -> [UInt8] {
    guard facts.statutoryForms.contains(form) else { throw Refused.notFound }
    let lodged = try facts.lodged()
    let texts = try Press.texts.get()
    var paper = OfficePaper(
      form, agencyLines: rules.names.letterhead,
      values: Press.values(of: facts, lodged, by: rules),
      code: try modules(of: lodged.number.text))
    let madeAt: Instant
    switch form {
    case .receipt, .register: throw Refused.notFound
    case .supplement: madeAt = paper.fillSupplement(of: facts, names, texts)
    case .refusal: madeAt = paper.fillRefusal(of: facts, names)
    case .apology: madeAt = paper.fillApology(of: facts, names)
    case .control:
      madeAt = now
      paper.values["dueAt"] = facts.history.dueOn?.inWords ?? ""
      paper.values["state"] = texts["state", facts.history.state.name.rawValue]
      paper.rows = ControlSheet(facts, names: names, texts: texts).rows
    }
    paper.values["date"] = madeAt.civilDate.inWords
    return try Renderer().render(paper.sheet(stamp: stamp), at: madeAt)
  }

  /// Mẫu 06: one volume of the register.
  func register(
    _ rows: [[String: String]], volume: Int, from: CivilDate, to: CivilDate, by rules: RuleSet,
    at now: Instant
  ) throws -> [UInt8] {
    let paper = OfficePaper(
      .register, agencyLines: rules.names.letterhead,
      values: [
        "place": rules.names.place.vi, "date": now.civilDate.inWords, "volume": "\(volume)",
        "from": from.inWords, "to": to.inWords,
      ],
      rows: rows)
    return try Renderer().render(paper.sheet(stamp: stamp), at: now)
  }

  /// A paper that is made already, with a demo's stamp.
  func draw(_ paper: OfficePaper, at now: Instant) throws -> [UInt8] {
    try Renderer().render(paper.sheet(stamp: stamp), at: now)
  }

  static func values(
    of facts: CaseFacts, _ lodged: Lodged, by rules: RuleSet
  ) -> [String: String] {
    let declaration = lodged.declaration
    return [
      "number": lodged.number.text, "place": rules.names.place.vi, "desk": rules.names.name.vi,
      "applicant": declaration.applicantName.text, "address": declaration.applicantAddress,
      "phone": facts.contact?.phone ?? "", "email": facts.contact?.email ?? "",
      "request": declaration.wanted(by: rules),
      "receivedAt": (facts.acceptance?.at ?? facts.lodgedAt).inWords,
    ]
  }

  /// The catalogue in the language of the law.
  static let texts = Result { () throws(Fault) -> PageWords in try PageWords(.vietnamese) }
}

extension OfficePaper {
  fileprivate mutating func fillSupplement(
    of facts: CaseFacts, _ names: [OfficerID: String], _ texts: PageWords
  ) -> Instant {
    guard let round = facts.supplements.rounds.last else { return facts.lodgedAt }
    values["words"] = round.request?.words ?? ""
    values["reasons"] = (round.request?.reasons ?? [])
      .map { texts["supplementReason", $0.rawValue] }.joined(separator: "; ")
    values["answerBy"] = round.answerBy.inWords
    values["receiver"] = names[round.askedBy] ?? ""
    return round.askedAt
  }

  fileprivate mutating func fillRefusal(
    of facts: CaseFacts, _ names: [OfficerID: String]
  ) -> Instant {
    values["words"] = facts.refusalWords ?? ""
    values["ground"] = facts.refusalGround?.words.vi ?? ""
    values["citation"] = facts.refusalGround?.citation.description ?? ""
    for entry in facts.events {
      guard case .refused(let officer, _) = entry.event else { continue }
      values["receiver"] = names[officer] ?? ""
      return entry.at
    }
    return facts.lodgedAt
  }

  fileprivate mutating func fillApology(
    of facts: CaseFacts, _ names: [OfficerID: String]
  ) -> Instant {
    guard let apology = facts.apology else { return facts.lodgedAt }
    values["oldDue"] = apology.oldDay.inWords
    values["newDue"] = apology.newDay.inWords
    values["words"] = apology.reason
    values["receiver"] = names[apology.signed.by] ?? ""
    return apology.signed.at
  }
}
