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
  /// To which record it belongs.
  package let attachment: RecordAttachment
  let bodyHash: [UInt8]
  let fingerprint: Int64
  let searchNames: [String]

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
