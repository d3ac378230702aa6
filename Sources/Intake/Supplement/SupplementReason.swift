/// What an application lacks, as an officer names it. Raw values are stored.
package enum SupplementReason: String, Sendable, Codable, CaseIterable, Comparable {
  /// A paper that the rules ask for is not there.
  case paperMissing
  /// A paper cannot be read: cut off, dark, blurred.
  case paperUnreadable
  /// A paper says something else than the declaration.
  case paperDiffers
  /// The family link or the guardianship is not shown.
  case tieUnproven
  /// The written authorisation is missing or says too little.
  case authorityUnproven
  /// That the person belongs to the fee group is not shown.
  case feeGroupUnproven
  /// Where somebody lived has a gap, or does not fit.
  case residenceUnclear
  /// Who the person is, or how they are written, does not agree with the registers.
  case identityUnclear
  /// Something else in the declaration is unclear.
  case declarationUnclear

  /// In the order in which they are declared here: papers first.
  package static func < (left: SupplementReason, right: SupplementReason) -> Bool {
    rank(of: left) < rank(of: right)
  }

  private static func rank(of reason: SupplementReason) -> Int {
    allCases.firstIndex(of: reason) ?? allCases.count
  }
}
