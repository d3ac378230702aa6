import CaseFile
package import Law
import Store
package import Vocabulary

/// Whether a certificate is needed at all: what the law says of a purpose, and what is there.
package struct NeedView: Equatable, Sendable {
  package var purpose: String
  package var name: Bilingual
  package var kind: CertificateKind
  package var standing: ThirdPartyDemand.Standing
  package var citations: [Citation]
  /// Certificates of this kind that the signed-in person holds, the newest first.
  package var held: [CertificateView]
}

/// How often somebody saw that no certificate was needed, of an agency, for its leaders.
package struct AvoidedView: Equatable, Sendable {
  package var lines: [Line]
  /// Of the months shown.
  package var total: Int { lines.reduce(0) { $0 + $1.times } }

  package struct Line: Equatable, Sendable {
    /// `2026-11`.
    package var month: String
    /// The purpose's name; its code where the rules of today no longer have it.
    package var purpose: Bilingual
    package var kind: CertificateKind
    package var times: Int
  }
}

extension Desk {
  /// What the law of today says of one purpose. Nil where the catalogue has no such purpose.
  package func need(
    purpose code: String, kind: CertificateKind, of citizen: CitizenID?
  ) async throws -> NeedView? {
    try await freshRules()
    let rules = try homeOffice.rules(on: surroundings.now().civilDate)
    guard let purpose = rules.purposes.first(where: { $0.code == code }) else { return nil }
    return NeedView(
      purpose: code, name: purpose.name, kind: kind,
      standing: ThirdPartyDemand.standing(of: purpose, kind: kind, on: rules.legalDay),
      citations: ThirdPartyDemand.citations,
      held: try await held(kind, by: citizen))
  }

  private func held(
    _ kind: CertificateKind, by citizen: CitizenID?
  ) async throws -> [CertificateView] {
    guard let citizen else { return [] }
    return try await database.read { connection in
      let cases = try Cases.of(citizen, limit: 100, in: connection).filter {
        $0.kind == kind && [.issued, .handedOver].contains($0.state)
      }
      return try cases.compactMap { row in
        guard let kept = try Certificates.row(of: row.id, in: connection) else { return nil }
        return CertificateView(kept, try Cases.facts(of: row.id, in: connection))
      }.filter { $0.state == .issued }
    }
  }

  /// Somebody does not need it after all. Counted by month, purpose and kind; who, is not kept.
  package func countAvoided(purpose code: String, kind: CertificateKind) async throws {
    let today = surroundings.now().civilDate
    let home = home
    try await freshRules()
    let rules = try homeOffice.rules(on: today)
    guard rules.purposes.contains(where: { $0.code == code }),
      let month = YearMonth(year: today.year, month: today.month)
    else { throw Refused.notFound }
    try await database.write { transaction in
      try AvoidedApplications.count(
        agency: home, month: month, purpose: code, kind: kind, in: transaction)
    }
  }

  /// The counts of the last twelve months.
  package func avoided(by officer: ActingOfficer) async throws -> AvoidedView {
    guard officer.roles.contains(.leader) else { throw Refused.roleMissing(.leader) }
    let today = surroundings.now().civilDate
    let since = today.adding(years: -1)
    guard let month = YearMonth(year: since.year, month: since.month) else {
      return AvoidedView(lines: [])
    }
    let names = Dictionary(
      try office(of: officer.agency).rules(on: today).purposes.map { ($0.code, $0.name) }
    ) { first, _ in first }
    let rows = try await database.read { connection in
      try AvoidedApplications.rows(
        agency: officer.agency, since: month, limit: 500, in: connection)
    }
    return AvoidedView(
      lines: rows.map { row in
        .init(
          month: row.month,
          purpose: names[row.purpose] ?? Bilingual(vi: row.purpose, en: row.purpose),
          kind: row.kind, times: row.times)
      })
  }
}
