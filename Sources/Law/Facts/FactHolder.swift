/// Who holds the fact that a part of a judgment is done, and owes it to the records database.
///
/// Law 28/2009/QH12, Articles 15 to 22; joint circular TTLT 04/2012/TTLT-BTP-TANDTC-VKSNDTC-BCA-BQP
/// names the suppliers and their documents.
package enum FactHolder: String, Sendable, Codable, CaseIterable {
  /// Tòa án đã xét xử sơ thẩm: the judgment itself, decisions on its execution.
  case court
  /// Cơ quan thi hành án dân sự: fines, confiscation, court fees, compensation.
  case civilEnforcement = "civil-enforcement"
  /// Trại giam, cơ quan thi hành án hình sự: prison, suspended sentence, non-custodial reform.
  case criminalEnforcement = "criminal-enforcement"
  /// Ủy ban nhân dân hoặc Công an cấp xã: residence control and bans, bans on posts and practice.
  case commune
  /// Cơ quan điều tra, Viện kiểm sát: how a prosecution ends. Nobody is asked about it; time tells.
  case prosecution

  /// Those who are asked about a judgment.
  package static let asked = allCases.filter { $0 != .prosecution }

  /// Who is asked about a part of a judgment.
  package static func of(_ part: FactPart, in conviction: Conviction) -> FactHolder {
    switch part {
    case .principal: of(conviction.principal.kind)
    case .supplementary(let row):
      conviction.supplementary.indices.contains(row)
        ? of(conviction.supplementary[row].kind) : .court
    case .obligation: .civilEnforcement
    case .gravity, .fault: .court
    }
  }

  static func of(_ part: SentencePart, in conviction: Conviction) -> FactHolder {
    switch part {
    case .principal: of(FactPart.principal, in: conviction)
    case .supplementary(let row): of(FactPart.supplementary(row), in: conviction)
    case .obligation(let row): of(FactPart.obligation(row), in: conviction)
    }
  }

  private static func of(_ kind: PrincipalPenalty.Kind) -> FactHolder {
    switch kind {
    case .fine: .civilEnforcement
    case .nonCustodialReform, .suspendedImprisonment, .imprisonment, .lifeImprisonment,
      .deathCommuted, .expulsion:
      .criminalEnforcement
    case .warning, .exempt, .juvenileMeasure: .court
    }
  }

  private static func of(_ kind: SupplementaryPenalty.Kind) -> FactHolder {
    switch kind {
    case .residenceControl, .residenceBan, .positionBan, .practiceBan, .civilRightsDeprivation:
      .commune
    case .fine, .confiscation: .civilEnforcement
    case .expulsion: .criminalEnforcement
    }
  }
}
