package import Vocabulary

/// What an examination of a PDF found. Words are made elsewhere, from the cases.
package struct VerificationReport: Equatable, Sendable {
  /// SHA-256 of the whole file, lower-case hexadecimal.
  package let digest: String
  package let verdict: Verdict
  /// In the order in which they were made.
  package let signatures: [SignatureReport]

  package enum Verdict: Equatable, Sendable {
    /// Every signature is right and nothing is outside them. Revocation was not looked up.
    case valid
    /// The file can be read and nobody signed it.
    case unsigned
    /// At least one reason here or at a signature.
    case notValid([FileDoubt])
  }

  package var isValid: Bool { verdict == .valid }
}

/// What can be wrong with a file as a whole.
package enum FileDoubt: Equatable, Hashable, Sendable {
  case unreadable(PDFUnreadable)
  /// Bytes stand after what the last signature covers.
  case bytesAfterLastSignature(count: Int)
  /// A signature that the caller asked for is not there.
  case fieldMissing(String)
  /// An earlier revision was signed here, and the newest hides it.
  case signatureRemoved(field: String)
  /// The signature of this field has doubts of its own.
  case signature(field: String)
}

/// One signature of the file.
package struct SignatureReport: Equatable, Sendable {
  package let field: String
  /// Whom the certificate names; nil if it cannot be read.
  package let signer: CertificateName?
  /// Who issued the signer's certificate.
  package let issuer: CertificateName?
  /// The serial number of the signer's certificate, lower-case hexadecimal.
  package let serial: String
  package let origin: KeyOrigin?
  /// `/M`: what the signer says.
  package let claimedAt: Instant?
  package let timestamp: Timestamp?
  package let coverage: Coverage
  /// Empty: this signature is right.
  package let doubts: Set<SignatureDoubt>

  /// A timestamp without doubts.
  package struct Timestamp: Equatable, Sendable {
    package let at: Instant
    package let authority: CertificateName
  }

  package enum Level: String, Equatable, Sendable {
    case baselineB = "PAdES B-B"
    case baselineT = "PAdES B-T"
  }

  package enum Coverage: Equatable, Sendable {
    case wholeFile
    /// A complete earlier revision: the file's first bytes.
    case earlierRevision(bytes: Int)
    case neither
  }

  package var level: Level { timestamp == nil ? .baselineB : .baselineT }
}

/// What can be wrong with one signature.
package enum SignatureDoubt: Equatable, Hashable, Sendable {
  /// `/ByteRange` is not four numbers that begin at the file's first byte.
  case byteRangeMalformed
  /// What `/ByteRange` leaves out is not exactly `/Contents`.
  case gapIsNotContents
  /// Not `ETSI.CAdES.detached`.
  case formatUnknown
  /// What it covers does not end where a revision ends.
  case coversNoRevision
  /// An object was changed or added afterwards that is no later signature.
  case changedAfterwards(object: Int)
  /// The container is not one CMS followed by zeros.
  case containerMalformed
  case signer(SignerDoubt)
  case timestampMalformed
  case timestamp(SignerDoubt)
  /// Neither a claimed time nor a timestamp: validity cannot be judged.
  case timeMissing
}
