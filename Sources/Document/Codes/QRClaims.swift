import Foundation
package import Issuance
package import Vocabulary

/// What a QR token says of its certificate. Every claim is always there; `docs/qr.md` gives the
/// labels.
package struct QRClaims: Equatable, Sendable {
  package let agency: AgencyID
  /// The certificate's number as printed.
  package let number: String
  package let kind: CertificateKind
  package let issuedOn: CivilDate
  /// As printed, in NFC.
  package let name: String
  package let birthDate: BirthDate
  package let criminalRecord: Outcome
  /// Nil: the certificate leaves the section out (number 1 without confirmation).
  package let ban: Outcome?

  /// What a section says.
  package enum Outcome: Equatable, Sendable {
    /// Number 1: nothing is recorded, or something is; and the digest of the section's text.
    case stated(isRecorded: Bool, digest: [UInt8])
    /// Number 2: the digest alone, so that the code does not tell what the paper says.
    case digestOnly([UInt8])

    package var digest: [UInt8] {
      switch self {
      case .stated(_, let digest), .digestOnly(let digest): digest
      }
    }
  }

  package init(
    agency: AgencyID, number: String, kind: CertificateKind, issuedOn: CivilDate, name: String,
    birthDate: BirthDate, criminalRecord: Outcome, ban: Outcome?
  ) {
    self.agency = agency
    self.number = number
    self.kind = kind
    self.issuedOn = issuedOn
    self.name = name
    self.birthDate = birthDate
    self.criminalRecord = criminalRecord
    self.ban = ban
  }

  /// The claims of a certificate.
  ///
  /// - Parameter link: its link token, as it will stand in the QR.
  package init(of statement: CertificateStatement, agency: AgencyID, link: LinkToken) {
    let record = CertificateDigest.criminalRecordText(of: statement)
    func outcome(_ text: String, _ section: CertificateDigest.Section) -> Outcome {
      let digest = CertificateDigest.digest(of: text, section: section, link: link.text)
      switch statement.kind {
      case .number1: return .stated(isRecorded: text != "không", digest: digest)
      case .number2: return .digestOnly(digest)
      }
    }
    self.init(
      agency: agency, number: statement.number, kind: statement.kind,
      issuedOn: statement.issuedOn,
      name: statement.identity.name.precomposedStringWithCanonicalMapping,
      birthDate: statement.identity.birthDate,
      criminalRecord: outcome(record, .criminalRecord),
      ban: CertificateDigest.banText(of: statement).map { outcome($0, .ban) })
  }

  /// Whether a statement says what the token binds: what is read off the paper, against what was
  /// signed.
  package func binds(_ statement: CertificateStatement, link: LinkToken) -> Bool {
    self == QRClaims(of: statement, agency: agency, link: link)
  }
}

/// The unguessable part of a certificate's link: 26 characters of Crockford's base32 (no I, L, O,
/// U), upper case, some 128 bits. It is never logged and is stored hashed.
package struct LinkToken: Equatable, Sendable {
  package let text: String

  /// Lower case is taken too; nil for anything else.
  package init?(_ text: String) {
    let upper = text.uppercased()
    let alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8
    guard upper.utf8.count == 26, upper.utf8.allSatisfy({ alphabet.contains($0) }) else {
      return nil
    }
    self.text = upper
  }

  /// Chance is an argument: the caller brings the generator.
  package init(random generator: inout some RandomNumberGenerator) {
    let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
    text = String(
      decoding: (0..<26).map { _ in alphabet[Int(generator.next() & 31)] }, as: UTF8.self)
  }
}

extension LinkToken: CustomStringConvertible {
  /// Safe for logs: nothing is shown.
  package var description: String { "•" }
}

extension QRClaims {
  enum Label {
    static let agency = 1
    static let number = 2
    static let kind = 3
    static let issuedOn = 4
    static let name = 5
    static let birthDate = 6
    static let criminalRecord = 7
    static let ban = 8
    static let all = 1...8
  }

  var cbor: CBOR {
    .labelled([
      (Label.agency, .text(agency.code)), (Label.number, .text(number)),
      (Label.kind, .int(kind == .number1 ? 1 : 2)), (Label.issuedOn, .int(issuedOn.dayNumber)),
      (Label.name, .text(name)), (Label.birthDate, .text(birthDate.iso)),
      (Label.criminalRecord, criminalRecord.cbor), (Label.ban, ban?.cbor ?? .null),
    ])
  }

  /// A claim that is missing, unknown or of another form makes the whole token worthless.
  init(_ cbor: CBOR) throws(QRRefusal) {
    guard case .map(let pairs) = cbor else { throw .malformed }
    for label in Label.all where cbor[label] == nil { throw .claimMissing(label: label) }
    guard pairs.count == Label.all.count else { throw .claimUnknown }
    guard case .text(let code) = cbor[Label.agency], let agency = AgencyID(code) else {
      throw .claimMalformed(label: Label.agency)
    }
    guard case .text(let number) = cbor[Label.number], !number.isEmpty else {
      throw .claimMalformed(label: Label.number)
    }
    let kind: CertificateKind
    switch cbor[Label.kind]?.int {
    case 1: kind = .number1
    case 2: kind = .number2
    case nil, .some: throw .claimMalformed(label: Label.kind)
    }
    guard let day = cbor[Label.issuedOn]?.int, (0...200_000).contains(day) else {
      throw .claimMalformed(label: Label.issuedOn)
    }
    guard case .text(let name) = cbor[Label.name], !name.isEmpty else {
      throw .claimMalformed(label: Label.name)
    }
    guard case .text(let birth) = cbor[Label.birthDate], let birthDate = BirthDate(iso: birth)
    else { throw .claimMalformed(label: Label.birthDate) }
    guard let record = Outcome(cbor[Label.criminalRecord], kind: kind) else {
      throw .claimMalformed(label: Label.criminalRecord)
    }
    var ban: Outcome?
    if kind == .number2 || cbor[Label.ban] != .null {
      guard let outcome = Outcome(cbor[Label.ban], kind: kind) else {
        throw .claimMalformed(label: Label.ban)
      }
      ban = outcome
    }
    self.init(
      agency: agency, number: number, kind: kind, issuedOn: CivilDate(dayNumber: day), name: name,
      birthDate: birthDate, criminalRecord: record, ban: ban)
  }
}

extension QRClaims.Outcome {
  var cbor: CBOR {
    switch self {
    case .stated(let isRecorded, let digest): .array([.boolean(isRecorded), .bytes(digest)])
    case .digestOnly(let digest): .bytes(digest)
    }
  }

  init?(_ cbor: CBOR?, kind: CertificateKind) {
    switch kind {
    case .number1:
      guard case .array(let parts) = cbor, parts.count == 2,
        case .boolean(let isRecorded) = parts[0], case .bytes(let digest) = parts[1],
        digest.count == CertificateDigest.byteCount
      else { return nil }
      self = .stated(isRecorded: isRecorded, digest: digest)
    case .number2:
      guard case .bytes(let digest) = cbor, digest.count == CertificateDigest.byteCount else {
        return nil
      }
      self = .digestOnly(digest)
    }
  }
}
