import CaseFile
import Crypto
package import Document
import Foundation
import Issuance
import Law
import Logging
import Store
import Vocabulary

/// What the examination of a file came to: what its signatures say, and whether we know it.
package struct Examination: Equatable, Sendable {
  package var report: VerificationReport
  /// The certificate whose document this is, byte for byte; nil for any other file.
  package var registered: PublicCertificate?
}

extension Desk {
  /// What the page behind a QR shows. Nil for a token that we did not make, or that is not
  /// finished: both are a missing page.
  package func publicCertificate(token: String) async throws -> PublicCertificate? {
    guard let row = try await certificate(token: token) else { return nil }
    return try await publicView(row)
  }

  /// Compares what a reader types from the paper with what was issued. Nothing is revealed: each
  /// field is the same or it is not.
  package func compare(token: String, typed: TypedFromPaper) async throws -> Comparison? {
    guard let row = try await certificate(token: token) else { return nil }
    let facts = try await facts(of: row.caseID)
    guard let statement = facts.statement else { return nil }
    return Comparison(
      certificate: try await publicView(row),
      number: match(folded(typed.number), folded(statement.number)),
      name: match(folded(typed.name), folded(statement.identity.name)),
      birthDate: match(
        typedDay(typed.birthDate), statement.identity.birthDate.vietnamese),
      outcome: outcome(typed.outcome, of: statement))
  }

  /// Examines a file that somebody was given. It is kept nowhere.
  package func examine(pdf: [UInt8]) async throws -> Examination {
    let digest = hex(Array(SHA256.hash(data: pdf)))
    let found = try await database.read { connection in
      try Certificates.row(documentDigest: digest, in: connection)
    }
    return Examination(
      report: await PDFVerification.examine(pdf, trust: trustRoots),
      registered: try await publicView(found))
  }

  private func certificate(token: String) async throws -> CertificateRow? {
    guard let link = LinkToken(token) else { return nil }
    let row = try await database.look(Certificates.row(tokenHash: hashed(link)))
    return row?.state == .issuing ? nil : row
  }

  private func publicView(_ row: CertificateRow?) async throws -> PublicCertificate? {
    guard let row else { return nil }
    return try await publicView(row)
  }

  private func publicView(_ row: CertificateRow) async throws -> PublicCertificate {
    var successor: String?
    if let id = row.replacedBy { successor = try await database.look(Certificates.number(of: id)) }
    return PublicCertificate(
      number: row.number, kind: row.kind, issuedOn: row.issuedOn,
      agencyName: agencyName(row.agency, on: row.issuedOn), maskedName: row.maskedName,
      state: CertificateState(row.state), level: row.level ?? "",
      revokedOn: row.revokedAt?.civilDate, replacedBy: successor)
  }
}

extension Desk {
  /// The agency's name on that day, as its profile has it.
  private func agencyName(_ agency: AgencyID, on day: CivilDate) -> String {
    do {
      return try offices[agency]?.rules(on: day).names.name.vi ?? agency.code
    } catch {
      log.error("A profile cannot be read", metadata: ["cause": "\(error)"])
      return agency.code
    }
  }
}

/// Tokens are stored as hashes: who reads the database cannot open the pages.
func hashed(_ link: LinkToken) -> String {
  hex(Array(SHA256.hash(data: Array(link.text.utf8))))
}

/// What a reader types is compared without regard to case, doubled spaces and composition.
private func folded(_ text: String) -> String {
  text.precomposedStringWithCanonicalMapping.lowercased()
    .split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

/// A day as documents print it, from `1/2/1990` or `01-02-1990` as well.
private func typedDay(_ text: String) -> String {
  text.split(whereSeparator: { "/-. ".contains($0) })
    .map { $0.utf8.count == 1 ? "0\($0)" : String($0) }
    .joined(separator: "/")
}

private func match(_ typed: String, _ issued: String) -> Comparison.Match {
  if typed.isEmpty { return .notTyped }
  return typed == issued ? .same : .different
}

/// Number 2's outcome is nobody's business but the holder's: the page never compares it.
private func outcome(
  _ typed: String, of statement: CertificateStatement
) -> Comparison.Match {
  switch statement.kind {
  case .number2: return .notCompared
  case .number1:
    if typed.isEmpty { return .notTyped }
    switch statement.criminalRecord {
    case .none: return typed == "none" ? .same : .different
    case .judgments: return typed == "has" ? .same : .different
    }
  }
}
