/// A choice of the line format: its values and their names, in one order.
protocol LineChoice {
  static var choices: [Self] { get }
  static var names: [StaticString] { get }
}

extension PenalCode: LineChoice {
  static let choices: [PenalCode] = [.code2015, .code1999]
  static let names: [StaticString] = ["BLHS2015", "BLHS1999"]
}

extension ArticleSuffix: LineChoice {
  static let choices: [ArticleSuffix] = [.a, .b, .c, .d, .dd, .e, .g, .h, .i, .k]
  static let names: [StaticString] = ["a", "b", "c", "d", "đ", "e", "g", "h", "i", "k"]
}

extension Gravity: LineChoice {
  static let choices: [Gravity] = [
    .lessSerious, .serious, .verySerious, .extremelySerious, .unknown,
  ]
  static let names: [StaticString] = [
    "lessSerious", "serious", "verySerious", "extremelySerious", "unknown",
  ]
}

extension FaultForm: LineChoice {
  static let choices: [FaultForm] = [.intentional, .negligent, .unknown]
  static let names: [StaticString] = ["intentional", "negligent", "unknown"]
}

extension PrincipalPenalty.Kind: LineChoice {
  static let choices: [Self] = [
    .warning, .fine, .nonCustodialReform, .suspendedImprisonment, .imprisonment,
    .lifeImprisonment, .deathCommuted, .expulsion, .exempt, .juvenileMeasure,
  ]
  static let names: [StaticString] = [
    "warning", "fine", "nonCustodialReform", "suspendedImprisonment", "imprisonment",
    "lifeImprisonment", "deathCommuted", "expulsion", "exempt", "juvenileMeasure",
  ]
}

extension SupplementaryPenalty.Kind: LineChoice {
  static let choices: [Self] = [
    .residenceControl, .residenceBan, .positionBan, .practiceBan, .civilRightsDeprivation, .fine,
    .confiscation, .expulsion,
  ]
  static let names: [StaticString] = [
    "residenceControl", "residenceBan", "positionBan", "practiceBan", "civilRightsDeprivation",
    "fine", "confiscation", "expulsion",
  ]
}

extension Obligation.Kind: LineChoice {
  static let choices: [Self] = [.courtFee, .compensation, .confiscation, .recovery, .other]
  static let names: [StaticString] = [
    "courtFee", "compensation", "confiscation", "recovery", "other",
  ]
}
