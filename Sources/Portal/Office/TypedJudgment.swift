import Assessment
import Foundation
import Law
import Records
import Vocabulary

/// One judgment as typed from paper: the words that certificates print, the facts that the rules
/// look at, and what the assessor makes of the conclusion.
struct TypedJudgment {
  private let form: TypedForm
  private let prefix: String

  /// The texts of a judgment, in the order in which number 2 prints them.
  static let wordColumns = [
    "number", "pronouncedOn", "court", "offence", "provision", "principalPenalty",
    "supplementaryPenalty", "civilObligations", "courtFees", "execution",
  ]
  static let factColumns = [
    "effectiveOn", "principalKind", "months", "principalCompleted", "limitationExpiredOn",
    "annulledOn", "courtExpungedOn", "generalAmnestyOn",
  ]
  static let offenceColumns = ["code", "article", "clause", "gravity", "fault", "committedOn"]
  static let partColumns = ["kind", "completed"]
  static let offenceRows = 3
  static let partRows = 6

  static let columns: [String] =
    ["id"] + wordColumns + factColumns
    + (0..<offenceRows).flatMap { row in offenceColumns.map { "offence\(row).\($0)" } }
    + (0..<partRows).flatMap { row in partColumns.map { "part\(row).\($0)" } }
    + TypedFinding.takingColumns

  init(_ texts: [String: String], row: Int) {
    self.prefix = "judgments[\(row)]."
    self.form = TypedForm(pairs: texts.map { ("judgments[\(row)]." + $0.key, $0.value) })
  }

  /// Whether anything but the row's own mark is typed.
  static func isTyped(_ texts: [String: String]) -> Bool {
    texts.contains { $0.key != "id" && !$0.value.isEmpty }
  }

  func judgment() throws(Unreadable) -> FoundJudgment {
    let words = Judgment(
      number: try text("number"), pronouncedOn: try day("pronouncedOn"), court: try text("court"),
      offence: try text("offence"), provision: try text("provision"),
      principalPenalty: try text("principalPenalty"),
      supplementaryPenalty: try text("supplementaryPenalty"),
      civilObligations: try text("civilObligations"), courtFees: try text("courtFees"),
      execution: try text("execution"), clearance: .notCleared)
    let id = form[prefix + "id"]
    return FoundJudgment(
      id: id, facts: try facts(id, judgmentOn: words.pronouncedOn), words: words,
      origin: .entered, overruling: try TypedJudgment.overruling(in: form, at: prefix))
  }

  /// Nil where too little is typed to count the judgment: then the rules conclude nothing.
  private func facts(_ id: String, judgmentOn: CivilDate) throws(Unreadable) -> Conviction? {
    let offences = try offences()
    let (supplementary, obligations) = try parts()
    let effective = try optionalDay("effectiveOn")
    let kind = PrincipalPenalty.Kind(rawValue: form[prefix + "principalKind"])
    let months = try count("months")
    let completed = try completion("principalCompleted")
    guard let effective, let kind, let offences, !kind.hasTerm || months != nil else { return nil }
    let executesNothing = [.exempt, .juvenileMeasure].contains(kind)
    return Conviction(
      id: id, judgmentOn: judgmentOn, effectiveOn: effective,
      annulledOn: try optionalDay("annulledOn"),
      courtExpungedOn: try optionalDay("courtExpungedOn"),
      generalAmnestyOn: try optionalDay("generalAmnestyOn"), offences: offences,
      principal: PrincipalPenalty(
        kind: kind, months: kind.hasTerm ? months : nil,
        completed: executesNothing && completed == .unknown ? nil : completed,
        limitationExpiredOn: try optionalDay("limitationExpiredOn")),
      supplementary: supplementary, obligations: obligations)
  }

  /// Nil where an offence is typed in part, or none is.
  private func offences() throws(Unreadable) -> [Offence]? {
    var found: [Offence] = []
    for row in 0..<TypedJudgment.offenceRows {
      let name = "offence\(row)."
      let columns = TypedJudgment.offenceColumns
      guard columns.contains(where: { !form[prefix + name + $0].isEmpty }) else { continue }
      let code = PenalCode(rawValue: form[prefix + name + "code"])
      let article = try article(name + "article")
      let committed = try optionalDay(name + "committedOn")
      guard let code, let article, let committed else { return nil }
      found.append(
        Offence(
          code: code, article: article.number, suffix: article.suffix,
          clause: try count(name + "clause"),
          gravity: Gravity(rawValue: form[prefix + name + "gravity"]) ?? .unknown,
          fault: FaultForm(rawValue: form[prefix + name + "fault"]) ?? .unknown,
          committedOn: committed))
    }
    return found.isEmpty ? nil : found
  }

  /// `217` or `217a`.
  private func article(
    _ name: String
  ) throws(Unreadable) -> (number: Int, suffix: ArticleSuffix?)? {
    let typed = form[prefix + name].lowercased()
    guard let last = typed.last, let suffix = ArticleSuffix(rawValue: String(last)) else {
      return try count(name).map { ($0, nil) }
    }
    guard let number = Int(typed.dropLast()), (1...600).contains(number) else {
      throw .text(prefix + name)
    }
    return (number, suffix)
  }

  private func parts() throws(Unreadable) -> ([SupplementaryPenalty], [Obligation]) {
    var supplementary: [SupplementaryPenalty] = []
    var obligations: [Obligation] = []
    for row in 0..<TypedJudgment.partRows {
      let words = form[prefix + "part\(row).kind"].split(separator: ".").map(String.init)
      guard words.count == 2 else { continue }
      let completed = try completion("part\(row).completed")
      if words[0] == "supplementary", let kind = SupplementaryPenalty.Kind(rawValue: words[1]) {
        supplementary.append(SupplementaryPenalty(kind: kind, completed: completed))
      }
      if words[0] == "obligation", let kind = Obligation.Kind(rawValue: words[1]) {
        obligations.append(Obligation(kind: kind, completed: completed))
      }
    }
    return (supplementary, obligations)
  }

  /// What the assessor puts in the place of a conclusion; nil where it is taken as it is.
  static func overruling(
    in form: TypedForm, at prefix: String
  ) throws(Unreadable) -> Overruling? {
    let standing: Standing
    switch form[prefix + "taking"] {
    case "notCleared": standing = .notCleared
    case "cleared": standing = .cleared(from: try typedDay(form, prefix + "clearedFrom"))
    case "printsNowhere": standing = .printsNowhere
    default: return nil
    }
    return Overruling(standing: standing, reason: try typedText(form, prefix + "reason"))
  }

  /// A judgment of an earlier finding; its facts are not known.
  static func texts(of judgment: Judgment, id: String) -> [String: String] {
    var texts = [
      "id": id, "number": judgment.number, "pronouncedOn": judgment.pronouncedOn.vietnamese,
      "court": judgment.court, "offence": judgment.offence, "provision": judgment.provision,
      "principalPenalty": judgment.principalPenalty,
      "supplementaryPenalty": judgment.supplementaryPenalty,
      "civilObligations": judgment.civilObligations, "courtFees": judgment.courtFees,
      "execution": judgment.execution,
    ]
    switch judgment.clearance {
    case .notCleared: texts["taking"] = "notCleared"
    case .cleared(let day):
      texts["taking"] = "cleared"
      texts["clearedFrom"] = day.vietnamese
    }
    return texts
  }

  private func text(_ name: String) throws(Unreadable) -> String {
    try typedText(form, prefix + name)
  }

  private func day(_ name: String) throws(Unreadable) -> CivilDate {
    try typedDay(form, prefix + name)
  }

  private func optionalDay(_ name: String) throws(Unreadable) -> CivilDate? {
    form[prefix + name].isEmpty ? nil : try typedDay(form, prefix + name)
  }

  private func count(_ name: String) throws(Unreadable) -> Int? {
    let typed = form[prefix + name].trimmingCharacters(in: .whitespaces)
    guard !typed.isEmpty else { return nil }
    guard let count = Int(typed), (1...9999).contains(count) else { throw .text(prefix + name) }
    return count
  }

  /// A day, `chưa` or `no`; nothing typed is unknown, and never taken for done.
  private func completion(_ name: String) throws(Unreadable) -> Completion {
    let typed = form[prefix + name].trimmingCharacters(in: .whitespaces).lowercased()
    switch typed {
    case "", "unknown", "không rõ", "chưa rõ": return .unknown
    case "no", "chưa": return .no
    default: return .on(try day(name))
    }
  }
}
