import Crypto
import Foundation
package import Issuance
import Law
import Records
import Vocabulary

/// Digests of what a certificate prints, by which a QR token binds the paper.
///
/// A digest is keyed with the certificate's link token (128 random bits). The text “Không có án
/// tích” has very few alternatives, so an unkeyed digest of it would be as good as the text: with
/// the key, a payload that was copied without its link says nothing about a number 2, and two
/// certificates with the same outcome do not look alike. Whoever holds the whole QR can still
/// test a guess; the paper around it states the outcome anyway.
package enum CertificateDigest {
  /// Bytes kept of the SHA-256: 128 bits against a second text with the same digest.
  package static let byteCount = 16

  package enum Section: String, Sendable {
    case criminalRecord = "an-tich"
    case ban = "cam-dam-nhiem"
  }

  /// The first sixteen bytes of HMAC-SHA-256, keyed with the link token's ASCII characters as they
  /// stand in the QR, over the section's name, a line feed and its canonical text.
  package static func digest(of text: String, section: Section, link: String) -> [UInt8] {
    let key = SymmetricKey(data: Array(link.utf8))
    let message = Array("\(section.rawValue)\n\(text)".utf8)
    return Array(HMAC<SHA256>.authenticationCode(for: message, using: key).prefix(byteCount))
  }

  /// The criminal-record section as canonical text: what the paper prints, one field a line, in
  /// NFC, spaces collapsed, days as `dd/mm/yyyy`.
  ///
  /// The first line is `không` or `có`. For every judgment follow its number, day and court,
  /// offence and provision, penalties; number 2 also prints obligations and court fees, execution
  /// and clearance (Law 28/2009/QH12, Articles 42.2 and 43.2).
  package static func criminalRecordText(of statement: CertificateStatement) -> String {
    switch statement.criminalRecord {
    case .none: return "không"
    case .judgments(let judgments):
      return lines(["có"] + judgments.flatMap { fields(of: $0, on: statement.kind) })
    }
  }

  /// The ban section likewise; nil where the certificate leaves it out (Article 42.3).
  package static func banText(of statement: CertificateStatement) -> String? {
    switch statement.ban {
    case .leftOut: nil
    case .notBanned: "không"
    case .banned(let ban):
      lines([
        "có", ban.decisionNumber, ban.decidedOn.vietnamese, ban.court, ban.office, ban.term,
      ])
    }
  }

  private static func fields(of judgment: Judgment, on kind: CertificateKind) -> [String] {
    let both = [
      judgment.number, judgment.pronouncedOn.vietnamese, judgment.court, judgment.offence,
      judgment.provision, judgment.principalPenalty, judgment.supplementaryPenalty,
    ]
    switch kind {
    case .number1: return both
    case .number2:
      let clearance =
        switch judgment.clearance {
        case .notCleared: "chưa"
        case .cleared(from: let day): day.vietnamese
        }
      return both + [
        judgment.civilObligations, judgment.courtFees, judgment.execution, clearance,
      ]
    }
  }

  private static func lines(_ fields: [String]) -> String {
    fields.map { canonical($0) }.joined(separator: "\n")
  }

  static func canonical(_ text: String) -> String {
    text.precomposedStringWithCanonicalMapping
      .split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
  }
}
