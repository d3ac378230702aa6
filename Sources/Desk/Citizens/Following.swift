import CaseFile
import Crypto
import Foundation
import Intake
import Law
import Store
package import Vocabulary

// What a citizen does with a case that is under way, beside waiting.
extension Desk {
  /// Corrects how the person is reached. The declaration stays as it was lodged.
  package func correctContact(
    _ id: CaseID, of citizen: CitizenID, phone: String, email: String
  ) async throws {
    let details: ContactDetails
    switch Intake.readContact(phone: phone, email: email) {
    case .contact(let phone, let email): details = ContactDetails(phone: phone, email: email)
    case .lacking(let lacks): throw Refused.lacking(lacks)
    }
    try await act(on: id, by: .citizen(citizen)) { step in
      try step.belongs(to: citizen)
      // Pressed twice is corrected once.
      guard step.facts.contact != details else { return }
      try step.record(.contactCorrected(by: citizen), payload: details)
    }
  }

  /// Receives the result in another way that the agency offers, until it is handed over.
  package func chooseDelivery(
    _ id: CaseID, of citizen: CitizenID, way: String, address: String
  ) async throws {
    try await freshRules()
    let offices = offices
    try await act(on: id, by: .citizen(citizen)) { step in
      try step.belongs(to: citizen)
      guard let office = offices[step.facts.agency] else { throw Refused.notFound }
      let choice: DeliveryChoice
      switch Intake.readDelivery(
        way: way, address: address, offered: try office.rules(of: step.facts).offeredDeliveries)
      {
      case .choice(let read): choice = read
      case .lacking(let lacks): throw Refused.lacking(lacks)
      }
      // Pressed twice is chosen once.
      guard step.facts.delivery != choice else { return }
      let event = CaseEvent.deliveryChosen(by: citizen, way: choice.way)
      if choice.way == .post {
        try step.record(event, payload: choice.address)
      } else {
        try step.record(event)
      }
    }
  }

  /// Begins a new application with everything that was typed for an earlier case of this citizen,
  /// but for the oath, which is sworn anew. What the identity and the register know now is asked
  /// now.
  package func applyAgain(from id: CaseID, of citizen: CitizenIdentity) async throws -> DraftID {
    let earlier = try await database.read { connection in
      try Drafts.lodged(
        as: try self.applied(id, in: connection), of: citizen.id, in: connection)
    }
    guard let earlier else { throw Refused.notFound }
    var form = DeclarationForm(try DraftContent(stored: earlier.fields).form)
    form[.oath] = ""
    let role = ApplicantRole(rawValue: form[.requestApplicant]) ?? .own
    return try await newDraft(for: citizen, as: role, copying: form)
  }

  /// The application behind a case: a case that corrects a certificate has none of its own.
  private func applied(_ id: CaseID, in connection: Connection) throws -> CaseID {
    var place = id
    while let row = try Corrections.row(of: place, in: connection) { place = row.cites }
    return place
  }

  /// How a case stands, for whoever holds its slip. Not found where number and secret do not fit.
  package func caseStatus(number: String, secret: String) async throws -> CaseStatusView {
    let number = number.trimmingCharacters(in: .whitespaces).uppercased()
    let hash = SlipSecret.hash(of: secret, for: number)
    let found = try await database.read { connection in
      try SlipSecrets.row(number: number, hash: hash, in: connection)
    }
    guard let row = found else { throw Refused.notFound }
    let line = CaseLine(row)
    return CaseStatusView(
      number: line.number.text, state: line.state, dueOn: line.dueOn,
      workingDaysLeft: try workingDaysLeft(
        of: line, at: row.agency, on: surroundings.now().civilDate))
  }

  /// A new secret for a slip that is about to be printed; its hash is kept first.
  func newSlipSecret(of facts: CaseFacts) async throws -> SlipSecret {
    let secret = SlipSecret(letters: surroundings.newToken(byteCount: 8))
    let hash = SlipSecret.hash(of: secret.text, for: facts.lodging.number)
    let now = surroundings.now()
    try await database.write { transaction in
      try SlipSecrets.keep(hash, of: facts.id, at: now, in: transaction)
    }
    return secret
  }

  /// Working days from tomorrow to the appointment, or, negative, since it.
  func workingDaysLeft(
    of line: CaseLine, at agency: AgencyID, on today: CivilDate
  ) throws -> Int? {
    guard let dueOn = line.dueOn, !line.state.isClosed, line.state != .issued,
      let calendar = try offices[agency]?.calendar
    else { return nil }
    let days = (min(today, dueOn).dayNumber..<max(today, dueOn).dayNumber).map { number in
      min(today, dueOn).adding(days: number - min(today, dueOn).dayNumber + 1)
    }
    let working = days.count { calendar.isWorking($0) }
    return today <= dueOn ? working : -working
  }
}

/// What a slip prints for asking without signing in: 12 letters and digits, 60 bits.
struct SlipSecret: Equatable, Sendable {
  /// In threes of four, as it is printed.
  let text: String

  /// - Parameter letters: at least 12 characters of base32.
  init(letters: String) {
    let twelve = Array(letters.prefix(12))
    precondition(twelve.count == 12, "a secret has 12 characters")
    self.text = stride(from: 0, to: 12, by: 4).map { String(twelve[$0..<$0 + 4]) }
      .joined(separator: "-").uppercased()
  }

  /// Lower-case hex SHA-256; spaces, hyphens and case do not matter.
  static func hash(of typed: String, for number: String) -> String {
    let bare = typed.lowercased().filter { $0.isLetter || $0.isNumber }
    return hex(Array(SHA256.hash(data: Data("lylich slip \(number) \(bare)".utf8))))
  }
}

extension LookView {
  /// By day and agency, the newest first.
  static func days(
    of looks: [CaseLook], name: (AgencyID) throws -> Bilingual?
  ) rethrows -> [LookView] {
    var days: [LookView] = []
    for look in looks {
      let code = look.agency.code
      let agency = try name(look.agency) ?? Bilingual(vi: code, en: code)
      if let last = days.last, last.on == look.at.civilDate, last.agency == agency {
        days[days.count - 1].times += 1
      } else {
        days.append(LookView(on: look.at.civilDate, agency: agency, times: 1))
      }
      if let reason = look.reason, !days[days.count - 1].reasons.contains(reason) {
        days[days.count - 1].reasons.append(reason)
      }
    }
    return days
  }
}
