import CaseFile
import Intake
package import Issuance
import Law
import Store
package import Vocabulary

extension Desk {
  /// One statutory form of a case for an officer of its agency. A look like any other.
  package func officeForm(
    _ form: StatutoryForm, of id: CaseID, by officer: ActingOfficer
  ) async throws -> [UInt8] {
    guard officer.handlesCases else { throw Refused.roleMissing(.intake) }
    let facts = try await facts(of: id)
    guard facts.agency == officer.agency else { throw Refused.notFound }
    try await database.read { connection in
      try self.mustBeOpen(facts, to: officer, in: connection)
    }
    let pdf = try await paper(form, of: facts)
    try await noteLook(at: id, by: officer)
    return pdf
  }

  /// What a citizen is told in writing: 02, 03 and 04. The receipt (01) is the slip, with its
  /// secret; how officers handed the file on (05) is the office's own.
  package func citizenForm(
    _ form: StatutoryForm, of id: CaseID, of citizen: CitizenID
  ) async throws -> [UInt8] {
    guard [.supplement, .refusal, .apology].contains(form) else { throw Refused.notFound }
    let facts = try await facts(of: id)
    guard facts.lodging.citizen == citizen else { throw Refused.notFound }
    return try await paper(form, of: facts)
  }

  private func paper(_ form: StatutoryForm, of facts: CaseFacts) async throws -> [UInt8] {
    try await freshRules()
    let office = try office(of: facts.agency)
    let rules = try office.rules(of: facts)
    if form == .receipt {
      guard facts.feeSettlement != .open else { throw Refused.notFound }
      return try office.press.slip(
        facts, by: rules, try office.promised(facts), lookup: nil)
    }
    let names = try await database.read { connection in
      var names: [OfficerID: String] = [:]
      for entry in facts.events {
        guard case .officer(let id) = entry.actor, names[id] == nil else { continue }
        names[id] = try Officers.name(of: id, in: connection)?.name
      }
      return names
    }
    return try office.press.form(
      form, of: facts, by: rules, names: names, at: surroundings.now())
  }
}

extension Office {
  /// The appointment as the receipt tells it: the first one, though an apology moved it since.
  func promised(_ facts: CaseFacts) throws -> Appointment {
    let counted = try appointment(
      try facts.lodged().declaration, of: facts, receivedAt: facts.lodgedAt)
    return Appointment(
      dueOn: facts.apology?.oldDay ?? facts.history.dueOn ?? counted.dueOn,
      grounds: facts.dueGrounds ?? counted.grounds)
  }
}
