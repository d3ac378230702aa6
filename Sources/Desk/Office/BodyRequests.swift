package import Intake
package import Vocabulary

extension Desk {
  /// Reads a body's request by the rules of the day, received now. Nothing is stored.
  package func examineBodyRequest(
    _ typed: [String: String], by officer: ActingOfficer
  ) async throws -> BodyRequestReading {
    guard officer.roles.contains(.intake) else { throw Refused.roleMissing(.intake) }
    try await freshRules()
    let office = try office(of: officer.agency)
    let now = surroundings.now()
    return readBodyRequest(
      typed, receivedAt: now, rules: try office.rules(on: now.civilDate),
      calendar: try office.calendar)
  }
}
