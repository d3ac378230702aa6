/// Why an officer opens a file that is not their work: what the citizen and the auditor read of it.
package enum LookReason: String, Sendable, Codable, CaseIterable {
  /// The person whose file it is asked.
  case personAsked
  case complaint
  /// A superior looks after the work.
  case supervision
  /// A court, an inspector or another body asked.
  case bodyAsked
  /// The certificate may be wrong and must be corrected or revoked.
  case revision
  /// Who has it is away, or asks for help.
  case colleague
}
