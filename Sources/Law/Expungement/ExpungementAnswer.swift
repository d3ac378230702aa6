package import Vocabulary

/// What the rules conclude about one person on one day.
package struct ExpungementAnswer: Equatable, Sendable {
  package var result: Result
  /// In the order of the history's convictions.
  package var convictions: [ConvictionConclusion]
  /// Ids of the convictions that number 1 prints, by judgment day, then id; nil where nothing may
  /// be printed yet.
  package var certificate1: [String]?
  /// The same for number 2.
  package var certificate2: [String]?

  package enum Result: String, Sendable, Codable, CaseIterable {
    case noCriminalRecord
    case hasCriminalRecord
    /// A fact is missing that decides. Never "no record".
    case needsVerification
  }

  package init(
    result: Result, convictions: [ConvictionConclusion], certificate1: [String]?,
    certificate2: [String]?
  ) {
    self.result = result
    self.convictions = convictions
    self.certificate1 = certificate1
    self.certificate2 = certificate2
  }
}

/// What the rules conclude about one conviction. Article 42 and 43 of Law 28/2009/QH12 print by it.
package enum ExpungementStatus: String, Sendable, Codable, CaseIterable {
  case active
  case expunged
  /// Không bị coi là có án tích.
  case neverCounted
  case awaitingCourtDecision
  case needsVerification
  case annulled
  case notEffective
}

/// One conviction's conclusion.
package struct ConvictionConclusion: Equatable, Sendable {
  package var id: String
  package var status: ExpungementStatus
  /// For `expunged`, the first day on which the person counts as not convicted; for `active`, the
  /// first such day if nothing else happens, nil while it cannot be known; for
  /// `awaitingCourtDecision`, the first day on which the court may be asked, or nil. Nil for the
  /// others.
  package var from: CivilDate?
  /// The provisions applied.
  package var provisions: Provisions
  /// Which rule decided, by what days.
  package var ground: Ground

  package init(
    id: String, status: ExpungementStatus, from: CivilDate?, provisions: Provisions, ground: Ground
  ) {
    self.id = id
    self.status = status
    self.from = from
    self.provisions = provisions
    self.ground = ground
  }

  /// The provisions applied, by name.
  package var basis: [Citation] { provisions.citations }
}
