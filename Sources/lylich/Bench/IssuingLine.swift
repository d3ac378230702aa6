import CaseFile
import Desk
import Document
import Foundation
import Issuance
import Law
import Store
import Vocabulary

/// What is measured of one key: the document alone, and the document as it is issued.
struct IssuingLine {
  let press: Press

  /// Draws the certificate, and the leader signs it. Nothing is stored.
  func signedOnce(_ number: Int, at now: Instant) async throws -> [UInt8] {
    try await press.sign(
      try press.prepare(try drawn(number, link: link(), at: now), for: .leader, at: now),
      as: .leader)
  }

  func drawn(_ number: Int, link: LinkToken, at now: Instant) throws -> [UInt8] {
    try press.render(
      InventedCertificate.statement(number, issuedOn: now.civilDate), link: link, at: now)
  }

  func link() -> LinkToken {
    var generator = SystemRandomNumberGenerator()
    return LinkToken(random: &generator)
  }
}

/// The document as it is issued: the bytes to be signed are committed first, leader and seal
/// sign, and the document, its row, the journal line and the note to the worker are committed.
struct DurableIssuing {
  let line: IssuingLine
  private let database: Database
  private let files: FileStore
  private let agency: AgencyID
  private let citizen: CitizenID

  init(_ line: IssuingLine, in folder: URL, at now: Instant) async throws {
    self.line = line
    self.agency = line.press.profile.agency
    self.citizen = newID()
    self.database = try Database.open(
      .sqlite(path: folder.appending(path: "lylich.sqlite").path), connections: 2)
    let root = folder.appending(path: "files")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    self.files = FileStore(root: root)
    try await Migrations.apply(to: database, at: now)
    try await database.write { [agency, citizen] transaction in
      try Agencies.keep(agency, name: "Sở Tư pháp Mẫu", at: now, in: transaction)
      _ = try Planting.citizen(citizen, at: now, in: transaction)
    }
  }

  func close() { database.close() }

  /// One certificate from its statement to the committed document, whose bytes are returned.
  func issue(_ number: Int, at now: Instant) async throws -> [UInt8] {
    let press = line.press
    let link = line.link()
    let row = Planting.certificate(number, agency: agency, citizen: citizen, at: now)
    let prepared = try press.prepare(
      try line.drawn(number, link: link, at: now), for: .leader, at: now)
    let intent = try files.put(prepared)
    try await intend(row, link: link, intent, size: prepared.count, at: now)
    let first = try await press.sign(prepared, as: .leader)
    let document = try await press.sign(
      try press.prepare(first, for: .seal, at: now), as: .seal)
    let digest = try files.put(document)
    try await finish(row, digest, size: document.count, at: now)
    return document
  }

  private func intend(
    _ row: (case: CaseRow, certificate: CertificateRow), link: LinkToken, _ intent: String,
    size: Int, at now: Instant
  ) async throws {
    try await database.write { [files, agency] transaction in
      try Planting.keep(row.case, in: transaction)
      try Certificates.insert(row.certificate, scope: "bench", in: transaction)
      try Certificates.setToken(
        hash: FileStore.digest(of: Array(link.text.utf8)), of: row.certificate.id,
        in: transaction)
      try files.register(
        intent, size: size, kind: "prepared", agency: agency, at: now, in: transaction)
      try SigningSteps.intend(
        .leader, of: row.certificate.id, prepared: intent, at: now, in: transaction)
      try Journal.append(
        entry(
          .signatureIntended(certificate: row.certificate.id, step: .leader, prepared: intent),
          of: row.case, seq: 1, at: now), in: transaction)
    }
  }

  private func finish(
    _ row: (case: CaseRow, certificate: CertificateRow), _ digest: String, size: Int,
    at now: Instant
  ) async throws {
    try await database.write { [files, agency] transaction in
      try files.register(
        digest, size: size, kind: "signed", agency: agency, at: now, in: transaction)
      try SigningSteps.complete(
        .leader, of: row.certificate.id, document: digest, at: now, in: transaction)
      try Certificates.finish(
        row.certificate.id, documentDigest: digest, level: "B-B", in: transaction)
      try Journal.append(
        entry(
          .issued(certificate: row.certificate.id, document: digest, level: "B-B"),
          of: row.case, seq: 2, at: now), in: transaction)
      try Outbox.put(
        kind: "mail", payload: "{}", agency: agency, caseID: row.case.id, dueAt: now,
        in: transaction)
    }
  }
}

private func entry(
  _ event: CaseEvent, of row: CaseRow, seq: Int, at now: Instant
) -> CaseEntry {
  CaseEntry(
    event: event, caseID: row.id, seq: seq, agency: row.agency, actor: .system("bench"), at: now)
}
