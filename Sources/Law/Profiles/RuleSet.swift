package import Vocabulary

/// Everything dated that applies at one agency on one day. Rooms take it as an argument; a case
/// keeps the rule set of the day it was lodged.
package struct RuleSet: Equatable, Sendable {
  /// `law-2009`, `law-2009-police`, `law-2025`: stored with the case.
  package let id: String
  /// Stored with the case too: which rows these are.
  package let version: RuleVersion
  package let name: Bilingual
  package let instruments: [Citation]
  /// The day whose law this is. Earlier than the calendar's where a profile shows a past regime.
  package let legalDay: CivilDate
  package let profileID: String
  package let agency: AgencyID
  package let names: AgencyNames
  package let caseNumbering: CaseNumbering
  package let certificateNumbering: CertificateNumbering
  package let forms: [FormUse: String]
  package let certificate: CertificateWording
  package let procedure: Procedure
  package let limits: TimeLimits
  /// Full years from which one applies for oneself; nil where the law sets none.
  package let minimumAge: Int?
  package let competence: CompetencePolicy
  package let fees: FeeTable
  package let purposes: [Purpose]
  package let inquiries: [InquiryRule]
  package let deliveries: [DeliveryOffer]
  package let channels: [ChannelOffer]
  package let openingHours: OpeningHours
  /// The rows in use that are not certain.
  package let doubts: [Doubt]
}

/// Names a rule set exactly: the latest rule change that it knows, and the digest of its rows. A
/// case keeps the version of the day it was lodged, whatever is added later.
package struct RuleVersion: Hashable, Sendable {
  package let edition: Int
  /// The first 48 bits of the SHA-256 of its rows, in hex.
  package let digest: String

  package init(edition: Int, digest: String) {
    self.edition = edition
    self.digest = digest
  }

  /// `3-9f0c2a71b4de`.
  package var text: String { "\(edition)-\(digest)" }

  /// Reads what `text` writes; nil for anything else.
  package init?(_ text: String) {
    let parts = text.split(separator: "-")
    guard parts.count == 2, let edition = Int(parts[0]), edition >= 0, parts[1].utf8.count == 12
    else { return nil }
    self.init(edition: edition, digest: String(parts[1]))
  }
}

extension RuleSet {
  /// Named on every page: `Luật Lý lịch tư pháp 2009 (Sở Tư pháp) · quy định của ngày 31/12/2023`.
  package var pageLine: Bilingual {
    Bilingual(
      vi: "\(name.vi) · quy định của ngày \(legalDay.vietnamese)",
      en: "\(name.en) · rules of \(legalDay.vietnamese)")
  }

  package func caseNumber(on day: CivilDate, sequence: Int) -> CaseNumber {
    CaseNumber(agencyCode: caseNumbering.agencyCode, day: day, sequence: sequence)
  }

  package func purpose(_ code: String) -> Purpose? { purposes.first { $0.code == code } }

  package func inquiry(to body: AgencyBody) -> InquiryRule? {
    inquiries.first { $0.body == body }
  }

  /// The form's code; every use has one, which `IssuerProfile.rules(on:)` checks.
  package func formCode(_ form: FormUse) -> String { forms[form] ?? "" }

  package func formCode(of kind: CertificateKind) -> String {
    switch kind {
    case .number1: formCode(.number1)
    case .number2: formCode(.number2)
    }
  }

  /// Where the result can be had now.
  package var offeredDeliveries: Set<DeliveryWay> {
    Set(deliveries.filter { $0.offer == .offered }.map(\.way))
  }
}
