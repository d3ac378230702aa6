import CaseFile
import Handover
import Intake
import Issuance
import Store
package import Vocabulary
import Words

extension Desk {
  /// The holder takes the certificate. Taking it twice is taking it once.
  package func receive(_ id: CaseID, of citizen: CitizenID) async throws {
    let now = surroundings.now()
    try await act(on: id, by: .citizen(citizen)) { step in
      try step.belongs(to: citizen)
      if case .handedOver = step.facts.history.state { return }
      let issued = try step.facts.issued()
      let handed = try refusing(Refused.handover) { () throws(HandoverRefusal) in
        try Handover.handOver(
          issued, to: citizen, chosen: step.facts.delivery.way, at: now)
      }
      try step.record(.handedOver(certificate: handed.certificate, to: handed.receiver))
      try step.mail(.handedOver)
    }
  }

  /// The signed PDF, for its holder, once it was handed over. A revoked one says so on its page.
  package func certificate(_ id: CaseID, of citizen: CitizenID) async throws -> [UInt8] {
    let facts = try await facts(of: id, of: citizen)
    guard let document = facts.handedOverDocument else { throw Refused.notFound }
    return try files.read(document)
  }

  /// The slip (Mẫu 01): receipt of the file and appointment for the result.
  package func slip(_ id: CaseID, of citizen: CitizenID) async throws -> [UInt8] {
    let facts = try await facts(of: id, of: citizen)
    guard facts.feeSettlement != .open else { throw Refused.notFound }
    try await freshRules()
    let office = try office(of: facts.agency)
    let secret = try await newSlipSecret(of: facts)
    return try office.press.slip(
      facts, by: office.rules(of: facts), try office.promised(facts),
      lookup: .init(address: "\(baseURL)/status", secret: secret.text))
  }

  /// The slip with which a file left for an agency outside.
  package func departureSlip(_ id: CaseID, of citizen: CitizenID) async throws -> [UInt8] {
    let facts = try await facts(of: id, of: citizen)
    guard let departure = facts.departure else { throw Refused.notFound }
    try await freshRules()
    let office = try office(of: facts.agency)
    return try office.press.departureSlip(facts, departure, by: office.rules(of: facts))
  }

  /// The electronic receipt of the fee.
  package func receipt(_ id: CaseID, of citizen: CitizenID) async throws -> [UInt8] {
    let facts = try await facts(of: id, of: citizen)
    guard case .paid(_, let payment, let number) = facts.history.fee else {
      throw Refused.notFound
    }
    let found = try await database.read { connection in
      try Payments.row(payment, in: connection)
    }
    guard let row = found else { throw Refused.notFound }
    try await freshRules()
    // The agency that took the fee answers for its receipt, also after the case was forwarded.
    let office = try office(of: row.agency)
    return try office.press.receipt(facts, by: office.rules(of: facts), row, number: number)
  }

  private func facts(of id: CaseID, of citizen: CitizenID) async throws -> CaseFacts {
    let facts = try await facts(of: id)
    guard facts.lodging.citizen == citizen else { throw Refused.notFound }
    return facts
  }
}

extension CaseFacts {
  /// What the holder has received; it stays what it was where it was revoked since.
  fileprivate var handedOverDocument: String? {
    switch history.state {
    case .handedOver(_, let document): document
    case .revoked(_, let document):
      events.contains { if case .handedOver = $0.event { true } else { false } } ? document : nil
    case .awaitingFee, .lodged, .inAssessment, .awaitingSupplement, .assessed, .approved,
      .issuing, .issued, .refused, .sentOutside, .withdrawn:
      nil
    }
  }

  /// The proof that Issuance gave, made again from the journal.
  func issued() throws -> Issued {
    switch history.state {
    case .issued(let certificate, let document), .handedOver(let certificate, let document):
      guard let statement else { throw CaseUnreadable.missing("statement") }
      return try refusing(Refused.issuance) { () throws(IssuanceRefusal) in
        try Issuance.issue(
          statement, as: certificate, for: id, holder: lodging.citizen, agency: agency,
          signatures: [.leader, .seal], documentDigest: document)
      }
    case .awaitingFee, .lodged, .inAssessment, .awaitingSupplement, .assessed, .approved,
      .issuing, .revoked, .refused, .sentOutside, .withdrawn:
      throw Refused.caseState(.outOfOrder(at: history.state.name))
    }
  }
}
