import CaseFile
import Issuance
import Store
package import Vocabulary

extension Desk {
  /// The certificate as it would be, stamped BẢN THẢO, for the officers of its agency: from the
  /// finding that stands. It has no number, no QR and no signature. A look like any other.
  package func preview(_ id: CaseID, by officer: ActingOfficer) async throws -> [UInt8] {
    guard officer.handlesCases else { throw Refused.roleMissing(.assessor) }
    let facts = try await facts(of: id)
    guard facts.agency == officer.agency else { throw Refused.notFound }
    // Nothing was found yet: there is nothing to preview.
    guard facts.assessment != nil else {
      throw Refused.caseState(.outOfOrder(at: facts.history.state.name))
    }
    try await database.read { connection in
      try self.mustBeOpen(facts, to: officer, in: connection)
    }
    let now = surroundings.now()
    let assessed = try facts.assessed()
    let statement = Issuance.preview(assessed, on: now.civilDate)
    let pdf = try office(of: facts.agency).press.render(
      statement, qr: nil, stamp: "BẢN THẢO", at: now)
    try await noteLook(at: id, by: officer)
    return pdf
  }
}
