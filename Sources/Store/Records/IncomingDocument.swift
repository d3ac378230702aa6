import Crypto
package import Records
import Vocabulary

/// A checked document on its way into a record, with everything reckoned that needs no database.
package struct IncomingDocument: Sendable {
  package let document: SupplierDocument
  /// The bytes that will be stored.
  package let bytes: [UInt8]
  /// In an imported file, from 1; else 0.
  package let line: Int
  package let attachment: Attachment
  let bodyHash: [UInt8]
  let fingerprint: Int64
  let searchNames: [String]

  /// To which record it belongs.
  package enum Attachment: Equatable, Sendable {
    /// The one in which one of its identity numbers stands, or a new one.
    case byNumber
    /// An officer has found the person.
    case to(RecordID)
    /// An officer has looked and found nobody.
    case newRecord
  }

  package init(
    _ document: SupplierDocument, bytes: [UInt8], line: Int = 0,
    attachment: Attachment = .byNumber
  ) {
    self.document = document
    self.bytes = bytes
    self.line = line
    self.attachment = attachment
    self.bodyHash = RecordDigest.hash(of: bytes)
    self.fingerprint = Self.fingerprint(of: document)
    let person = document.person
    self.searchNames = ([person.name] + person.otherNames).map { SearchKey($0).text }
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
  /// The record has it already; nothing was changed.
  case known(RecordID)
  case refused(FilingRefusal)
}

/// Why a right document could not be put into a record.
package enum FilingRefusal: String, Error, Equatable, Sendable, CaseIterable {
  /// Its identity numbers stand in different records.
  case numbersOfTwoRecords
  /// It bears no number, and somebody of this name and birth year has a record: an officer must
  /// say whether it is the same person.
  case personUnclear
  /// The document that it corrects is not in the record.
  case correctedUnknown
  /// Another document corrects the same one already.
  case correctedAlready
  /// The record to which an officer attached it is not there.
  case noSuchRecord
}

extension SupplierDocument {
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
