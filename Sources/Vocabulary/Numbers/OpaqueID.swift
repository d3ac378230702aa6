/// An internal identifier: 128 random bits that say nothing about what they name.
///
/// Case numbers, identity numbers and partners' numbers are aliases of it, never keys.
/// `Tag` keeps a case's id from being passed where an officer's is meant.
package struct OpaqueID<Tag>: Hashable, Sendable, Comparable {
  /// 26 characters of lower-case Crockford base32 (no i, l, o, u).
  package let text: String

  /// Nil unless the text is exactly what `init(random:)` writes.
  package init?(_ text: String) {
    guard text.utf8.count == 26 else { return nil }
    guard text.utf8.allSatisfy({ crockfordAlphabet.contains($0) }) else { return nil }
    self.text = text
  }

  /// Chance is an argument: the caller brings the generator.
  package init(random generator: inout some RandomNumberGenerator) {
    var bytes: [UInt8] = []
    for _ in 0..<26 {
      bytes.append(crockfordAlphabet[Int(generator.next() & 31)])
    }
    self.text = String(decoding: bytes, as: UTF8.self)
  }

  package static func < (left: OpaqueID, right: OpaqueID) -> Bool { left.text < right.text }
}

private let crockfordAlphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

extension OpaqueID: CustomStringConvertible {
  package var description: String { text }
}

extension OpaqueID: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let id = OpaqueID(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an internal id")
    }
    self = id
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

package enum CaseTag {}
package enum OfficerTag {}
package enum CitizenTag {}
package enum CertificateTag {}
package enum InquiryTag {}
package enum PaymentTag {}
package enum DraftTag {}
package enum RuleProposalTag {}
package enum SupplierProposalTag {}
package enum SupplyReceiptTag {}
package enum PaperTag {}
package enum OfficerChangeTag {}
package enum SubstitutionTag {}
package enum NoticeTag {}
package enum BodyRequestTag {}

package typealias CaseID = OpaqueID<CaseTag>
package typealias OfficerID = OpaqueID<OfficerTag>
package typealias CitizenID = OpaqueID<CitizenTag>
package typealias CertificateID = OpaqueID<CertificateTag>
package typealias InquiryID = OpaqueID<InquiryTag>
package typealias PaymentID = OpaqueID<PaymentTag>
package typealias DraftID = OpaqueID<DraftTag>
package typealias RuleProposalID = OpaqueID<RuleProposalTag>
package typealias SupplierProposalID = OpaqueID<SupplierProposalTag>
package typealias SupplyReceiptID = OpaqueID<SupplyReceiptTag>
package typealias PaperID = OpaqueID<PaperTag>
package typealias OfficerChangeID = OpaqueID<OfficerChangeTag>
package typealias SubstitutionID = OpaqueID<SubstitutionTag>
package typealias NoticeID = OpaqueID<NoticeTag>
package typealias BodyRequestID = OpaqueID<BodyRequestTag>

/// The short code of an issuing agency within one installation, such as `stp-cantho`:
/// lower-case ASCII letters, digits and hyphens, 2 to 32 characters.
package struct AgencyID: Hashable, Sendable, Codable, CustomStringConvertible {
  package let code: String

  package init?(_ code: String) {
    guard (2...32).contains(code.utf8.count) else { return nil }
    let allowed = code.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
    }
    guard allowed else { return nil }
    self.code = code
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let id = AgencyID(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an agency code")
    }
    self = id
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(code)
  }

  package var description: String { code }
}
