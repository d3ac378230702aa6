import Crypto
import Law
package import Records
import Vocabulary

/// A checked document on its way into a record, with everything reckoned that needs no database.
///
/// A class, because a batch of thousands is gone over again and again, and a copy of all these
/// parts would cost more than what is done with them.
package final class IncomingDocument: Sendable {
  package let document: SupplierDocument
  /// The bytes that will be stored.
  package let bytes: [UInt8]
  /// In an imported file, from 1; else 0.
  package let line: Int
  /// To which record it belongs.
  package let attachment: RecordAttachment
  let bodyHash: [UInt8]
  let fingerprint: Int64
  let searchNames: [String]
  /// Whether a record of this document alone can hold no contradiction.
  let standsAlone: Bool
  /// From which day its supplier's term runs; nil where there is none.
  private let termBegins: CivilDate?

  package init(
    _ document: SupplierDocument, bytes: [UInt8], line: Int = 0,
    attachment: RecordAttachment = .byNumber
  ) {
    self.document = document
    self.bytes = bytes
    self.line = line
    self.attachment = attachment
    self.bodyHash = RecordDigest.hash(of: bytes)
    self.fingerprint = Self.fingerprint(of: document)
    let person = document.person
    self.searchNames = ([person.name] + person.otherNames).map { SearchKey($0).text }
    self.standsAlone = document.standsAlone
    self.termBegins = document.termBegins
  }

  /// Zero where it came in time, or its supplier has no term.
  func daysLate(by terms: SupplyTerms) -> Int {
    guard let termBegins else { return 0 }
    return SupplierDeadline.daysLate(
      since: termBegins, receivedOn: document.receivedOn, terms: terms)
  }

  /// The first eight bytes of a hash: a column of the index. Documents that share it are compared
  /// by their facts, so that a coincidence costs a comparison and nothing else.
  private static func fingerprint(of document: SupplierDocument) -> Int64 {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(160)
    for part in [
      document.kind.rawValue, document.issuer, document.number, document.issuedOn?.iso ?? "",
    ] {
      bytes.append(contentsOf: part.utf8)
      bytes.append(0)
    }
    var value: UInt64 = 0
    for byte in SHA256.hash(data: bytes).prefix(8) { value = value << 8 | UInt64(byte) }
    return Int64(bitPattern: value)
  }
}

/// What became of one document.
package enum FilingResult: Equatable, Sendable {
  case filed(RecordID, DocumentID)
  /// The record has it already, under that number; nothing was changed.
  case known(RecordID, DocumentID)
  case refused(FilingRefusal)
}

extension SupplierDocument {
  fileprivate var standsAlone: Bool {
    switch content {
    case .judgment, .ban, .identity: true
    case .execution, .change, .expungement, .reconsideration: false
    }
  }

  /// Older registers and identity notices have no term (Articles 15 to 22 name neither).
  fileprivate var termBegins: CivilDate? {
    switch kind.shape {
    case .identity: return nil
    case .judgment, .execution, .change, .expungement, .reconsideration, .ban: break
    }
    return kind == .olderRegisterEntry ? nil : effectiveOn ?? issuedOn
  }

  /// Whether both say the same; on which day each was received does not matter.
  func saysTheSame(as other: SupplierDocument) -> Bool {
    var other = other
    other.receivedOn = receivedOn
    return self == other
  }

  func isNumbered(like other: SupplierDocument) -> Bool {
    kind == other.kind && number == other.number && issuedOn == other.issuedOn
      && issuer == other.issuer
  }
}
