package import Vocabulary

/// How an agency is named on paper.
package struct AgencyNames: Hashable, Sendable, Codable {
  package let name: Bilingual
  /// The two lines at the top left of a document: the body above, then the agency.
  package let letterhead: [String]
  /// The place before a document's date: `Cần Thơ`.
  package let place: Bilingual
  /// Whom a declaration is addressed to (Kính gửi).
  package let addressee: String
}

/// What begins the agency's case numbers, such as `000.00.10.H13`.
package struct CaseNumbering: Hashable, Sendable, Codable {
  package let agencyCode: String
}

/// How certificates are numbered.
package struct CertificateNumbering: Hashable, Sendable, Codable {
  /// `{n}` stands for the number: `{n}/STP-LLTP`.
  package let pattern: String
  package let scope: Scope

  package enum Scope: String, Hashable, Sendable, Codable {
    /// Counting begins anew with each civil year.
    case yearly
  }

  package func text(_ number: Int) -> String {
    pattern.split(separator: "{n}", omittingEmptySubsequences: false)
      .joined(separator: String(number))
  }

  /// Within which numbers are unique: the year of the certificate's day.
  package func sequenceScope(on day: CivilDate) -> String {
    switch scope {
    case .yearly: String(day.year)
    }
  }
}

/// What a statutory form is for.
package enum FormUse: String, Hashable, Sendable, Codable, CaseIterable {
  case declaration
  /// For an authorised person (number 1) or a minor's parent.
  case declarationForAnother
  case number1
  case number2
  /// Giấy tiếp nhận hồ sơ và hẹn trả kết quả.
  case slip
}

/// The code printed at the top right of a form: `06/2013/TT-LLTP`.
package struct FormCode: Hashable, Sendable, Codable {
  package let form: FormUse
  package let code: String
}

/// The fixed words of a certificate.
package struct CertificateWording: Hashable, Sendable, Codable {
  /// The `Căn cứ` lines, in order.
  package let legalBasis: [String]
  /// Above the name of who prepared it: `NGƯỜI LẬP PHIẾU`.
  package let preparer: String
  /// Above the name of who signs: `KT. GIÁM ĐỐC`, `PHÓ GIÁM ĐỐC`.
  package let signatory: [String]
}

/// The administrative procedure, as the national portal knows it.
package struct Procedure: Hashable, Sendable, Codable {
  /// `2.000488`.
  package let code: String
  package let name: Bilingual
}

/// A body to be asked before a certificate is issued, and by when.
package struct InquiryRule: Hashable, Sendable, Codable {
  package let body: AgencyBody
  package let name: Bilingual
  package let sendWithin: TimeLimit
  package let answerWithin: TimeLimit
}

/// Whether the office offers a way now. What it does not is shown as such, never hidden.
package enum Offer: String, Hashable, Sendable, Codable {
  case offered
  case notYet
}

package struct DeliveryOffer: Hashable, Sendable, Codable {
  package let way: DeliveryWay
  package let offer: Offer
  package let name: Bilingual
}

/// How an application reaches the agency.
package enum LodgingChannel: String, Hashable, Sendable, Codable, CaseIterable {
  case online
  case counter
  case post
  /// The national e-identity app, which passes applications on.
  case vneid
}

package struct ChannelOffer: Hashable, Sendable, Codable {
  package let channel: LodgingChannel
  package let offer: Offer
  package let name: Bilingual
}

/// The office is open on Saturday mornings, and how that day counts.
package struct SaturdayHours: Hashable, Sendable, Codable {
  package let opens: String
  package let closes: String
  package let counts: Counts

  package enum Counts: String, Hashable, Sendable, Codable, CaseIterable {
    /// The counter is open, but no term counts the day or ends on it.
    case restDay
    /// Terms in working days count it, and may end on it.
    case workingDay
  }
}

/// The office's day, `HH:mm` in Vietnamese time.
package struct OpeningHours: Hashable, Sendable, Codable {
  package let opens: String
  package let closes: String
  /// The break at noon; nil where there is none.
  package let breakFrom: String?
  package let breakUntil: String?
}
