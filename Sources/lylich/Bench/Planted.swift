import CaseFile
import Desk
import Foundation
import Intake
import Store
import Vocabulary

/// What the web measurement finds in the database: a thousand certificates whose link tokens are
/// their numbers, one signed-in citizen, and a thousand drafts of his or hers with the
/// numbers 0 … 999.
struct Planted {
  static let rows = 1_000

  /// The link token of a planted certificate: its number in 26 digits.
  static func link(_ number: Int) -> String { padded(number, to: 26) }

  /// The cookie of the signed-in citizen, and what the form sends besides the draft's version.
  let cookie: String
  let body: String

  private static let formToken = String(repeating: "a", count: 32)
  private static let sessionToken = "s" + String(repeating: "b", count: 32)

  static func plant(
    in database: Database, agency: AgencyID, at now: Instant
  ) async throws -> Planted {
    try await database.write { transaction in
      let citizen = try Planting.citizen(newID(), at: now, in: transaction)
      for number in 0..<rows {
        try plantCertificate(number, agency, citizen, now, in: transaction)
      }
      for number in 0..<rows { try plantDraft(number, agency, citizen, now, in: transaction) }
      try Sessions.open(
        SessionRow(
          tokenHash: FileStore.digest(of: Array(sessionToken.utf8)), kind: .citizen,
          subject: citizen.text, agency: nil, csrf: formToken, data: "{}", createdAt: now,
          seenAt: now, expiresAt: now.adding(seconds: 8 * 3600)),
        in: transaction)
    }
    return Planted(cookie: "lylich=\(sessionToken)", body: body)
  }

  /// How many saved drafts the journal knows: what was answered must be in it.
  static func savedDrafts(in database: Database) async throws -> Int {
    try await database.read { connection in
      try connection.row("SELECT COUNT(*) AS saved FROM events WHERE kind = 'draftSaved'")?
        .int("saved") ?? 0
    }
  }

  private static func plantCertificate(
    _ number: Int, _ agency: AgencyID, _ citizen: CitizenID, _ now: Instant,
    in transaction: Transaction
  ) throws {
    let row = Planting.certificate(number, agency: agency, citizen: citizen, at: now)
    try Planting.keep(row.case, in: transaction)
    try Certificates.insert(row.certificate, scope: "bench", in: transaction)
    try Certificates.setToken(
      hash: FileStore.digest(of: Array(Planted.link(number).utf8)), of: row.certificate.id,
      in: transaction)
    try Certificates.finish(
      row.certificate.id, documentDigest: FileStore.digest(of: Array("\(number)".utf8)),
      level: "B-T", in: transaction)
  }

  private static func plantDraft(
    _ number: Int, _ agency: AgencyID, _ citizen: CitizenID, _ now: Instant,
    in transaction: Transaction
  ) throws {
    let digits = String(number)
    guard let id = DraftID(String(repeating: "0", count: 26 - digits.count) + digits) else {
      throw Fault("planting a draft", cause: "26 digits are no id any more")
    }
    let identity = VerifiedIdentity(
      nationalID: try NationalID("092190000000"), name: try PersonName("Nguyễn Thị Mẫu"),
      birthDate: .day(CivilDate(1990, 9, 2)))
    let prefill = Prefill.from(identity, register: .silent)
    let known = Known(prefill: prefill, register: .noEntry)
    let lines = [JournalCodec.bytes(of: known), JournalCodec.bytes(of: prefill.form.dictionary)]
    try Drafts.insert(
      DraftRow(
        id: id, citizen: citizen, agency: agency,
        fields: lines.map { String(decoding: $0, as: UTF8.self) + "\n" }.joined(), version: 1,
        lodgedCase: nil, createdAt: now, updatedAt: now),
      in: transaction)
  }

  /// The first line of a draft as the desk keeps it; what was typed is the second.
  private struct Known: Encodable {
    let prefill: Prefill
    let register: DraftView.RegisterStanding
  }

  /// The same fields as the peer's form.
  private static var body: String {
    let fields = [
      ("csrf", formToken), ("action", "save"), ("person.name", "Nguyễn Thị Mẫu"),
      ("person.sex", "female"), ("person.birthDate", "02/09/1990"),
      ("person.birthPlace", "Cần Thơ"), ("person.permanentResidence", "Số 1 đường Mẫu"),
      ("request.purpose", "job"), ("request.copies", "1"),
    ]
    var allowed = CharacterSet.alphanumerics
    allowed.insert(charactersIn: "-._~")
    return fields.map { name, text in
      "\(name)=\(text.addingPercentEncoding(withAllowedCharacters: allowed) ?? "")"
    }.joined(separator: "&")
  }
}
