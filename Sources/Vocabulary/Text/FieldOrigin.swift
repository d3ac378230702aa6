/// Where what stands in a field comes from. The page says it beside every prefilled field.
package enum FieldOrigin: String, Sendable, Codable, CaseIterable {
  /// The signed-in e-identity.
  case identity
  /// The national population database, for the signed-in person.
  case populationRegister
  /// The person typed it.
  case typed
  /// Prefilled, then changed by the person: an officer compares.
  case changed
  /// The register would know but did not answer, or the source proves nothing (a card's QR).
  case toBeConfirmed
}
