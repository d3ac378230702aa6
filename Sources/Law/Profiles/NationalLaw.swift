package import Vocabulary

/// What holds for every agency: the files of `Resources/national`.
package struct NationalLaw: Equatable, Sendable {
  let ruleSets: RuleSetFile
  let fees: FeeFile
  let purposes: PurposeFile
  let keeping: KeepingFile
}

extension NationalLaw {
  var starts: [CivilDate] {
    let regimes = ruleSets.ruleSets.map(\.period.from) + ruleSets.limits.map(\.period.from)
    let habits = ruleSets.reception.map(\.period.from) + ruleSets.minimumAge.map(\.period.from)
    let asking = ruleSets.urgent.map(\.period.from) + ruleSets.competence.map(\.period.from)
    let money = fees.groups.map(\.period.from) + fees.copies.map(\.period.from)
    return regimes + habits + asking + money + fees.refunds.map(\.period.from)
      + fees.corrections.map(\.period.from)
      + purposes.purposes.map(\.period.from)
  }

  /// The first day on which fees, limits and regimes are all known.
  var firstDay: CivilDate {
    let firsts = [
      ruleSets.ruleSets.map(\.period.from).min(), ruleSets.limits.map(\.period.from).min(),
      ruleSets.reception.map(\.period.from).min(), ruleSets.urgent.map(\.period.from).min(),
      ruleSets.competence.map(\.period.from).min(), fees.refunds.map(\.period.from).min(),
      fees.groups.map(\.period.from).min(),
      fees.copies.map(\.period.from).min(), fees.corrections.map(\.period.from).min(),
    ]
    return firsts.compactMap(\.self).max() ?? Regime.law2009
  }
}

/// A regime: which law is applied, under which name.
package struct RuleSetName: Hashable, Sendable, Codable {
  /// Stored with every case: `law-2009`.
  package let id: String
  package let name: Bilingual
  package let instruments: [Citation]
}

struct RuleSetFile: Equatable, Sendable, Codable {
  let ruleSets: [Dated<RuleSetName>]
  let limits: [Dated<LimitRow>]
  let urgent: [Dated<UrgentLimit>]
  let reception: [Dated<ReceptionRow>]
  let minimumAge: [Dated<AgeRow>]
  let competence: [Dated<CompetencePolicy>]
  let supply: [Dated<SupplyTerm>]

  struct LimitRow: Hashable, Sendable, Codable {
    let ordinary: TimeLimit
    let complicated: TimeLimit
  }

  struct ReceptionRow: Hashable, Sendable, Codable {
    let cutOffHour: Int
    let citation: Citation
  }

  struct AgeRow: Hashable, Sendable, Codable {
    let years: Int
    let citation: Citation
  }
}

struct FeeFile: Equatable, Sendable, Codable {
  let groups: [Dated<FeeGroup>]
  let copies: [Dated<CopyCharge>]
  let refunds: [Dated<RefundPolicy>]
  let corrections: [Dated<CorrectionFee>]
}

struct PurposeFile: Equatable, Sendable, Codable {
  let purposes: [Dated<Purpose>]
}
