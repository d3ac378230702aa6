import CaseFile
import Handover
import Intake
import Store
package import Vocabulary
import Words

// The counter: the holder chose to come for the certificate.
extension Desk {
  /// An intake officer has seen the holder's identity paper and gives the certificate.
  package func handOverAtCounter(
    _ id: CaseID, version: Int, by officer: ActingOfficer
  ) async throws {
    let now = surroundings.now()
    try await act(on: id, version: version, by: .officer(officer.id)) { step in
      try step.belongs(to: officer, as: .intake)
      guard case .issued = step.facts.history.state else {
        throw Refused.caseState(.outOfOrder(at: step.facts.history.state.name))
      }
      let issued = try step.facts.issued()
      let handed = try refusing(Refused.handover) { () throws(HandoverRefusal) in
        try Handover.handOverAtCounter(issued, chosen: step.facts.delivery.way, at: now)
      }
      try step.record(.handedOver(certificate: handed.certificate, to: handed.receiver))
      try step.mail(.handedOver)
    }
  }

  /// The signed PDF, to be printed at the counter. A look at the file, and recorded as one.
  package func certificateToHandOver(
    _ id: CaseID, by officer: ActingOfficer
  ) async throws -> [UInt8] {
    guard officer.roles.contains(.intake) else { throw Refused.roleMissing(.intake) }
    let facts = try await facts(of: id)
    guard facts.agency == officer.agency else { throw Refused.notFound }
    guard case .issued(_, let document) = facts.history.state, facts.delivery.way == .counter
    else { throw Refused.caseState(.outOfOrder(at: facts.history.state.name)) }
    try await noteLook(at: id, by: officer)
    return try files.read(document)
  }
}
