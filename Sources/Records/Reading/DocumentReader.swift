import Law
package import Vocabulary

/// Reads suppliers' documents in the JSON format of docs/records.md.
package enum DocumentReader {
  /// A document has at most so many bytes.
  package static let mostBytes = 64 * 1024

  /// A document from outside.
  ///
  /// - Parameter today: no document can have been received later.
  package static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, today: CivilDate
  ) throws(DocumentRefusal) -> SupplierDocument {
    let document = try parse(bytes)
    guard document.receivedOn <= today else {
      throw DocumentRefusal("receivedOn", .after("today"))
    }
    try DocumentSense.check(document)
    return document
  }

  package static func read(
    _ bytes: [UInt8], today: CivilDate
  ) throws(DocumentRefusal) -> SupplierDocument {
    try whole(bytes) { buffer throws(DocumentRefusal) in try read(buffer, today: today) }
  }

  /// A document that a supplier's program sent. On which day it came is not the sender's to say:
  /// lateness is reckoned from it.
  package static func read(
    _ bytes: [UInt8], arrivedOn day: CivilDate
  ) throws(DocumentRefusal) -> SupplierDocument {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw DocumentRefusal("", .notUTF8)
    }
    let document = try whole(bytes) { buffer throws(DocumentRefusal) in
      try parse(buffer, arrivedOn: day)
    }
    try DocumentSense.check(document)
    return document
  }

  /// A document that was checked when it was filed.
  package static func read(filed bytes: [UInt8]) throws(DocumentRefusal) -> SupplierDocument {
    try whole(bytes) { buffer throws(DocumentRefusal) in try parse(buffer) }
  }

  private static func whole(
    _ bytes: [UInt8],
    _ read: (UnsafeBufferPointer<UInt8>) throws(DocumentRefusal) -> SupplierDocument
  ) throws(DocumentRefusal) -> SupplierDocument {
    let result = bytes.withUnsafeBufferPointer { buffer in
      Result { () throws(DocumentRefusal) in try read(buffer) }
    }
    return try result.get()
  }

  private enum Key: String {
    case kind, issuer, number, issuedOn, effectiveOn, receivedOn, person, judgment, offences
    case principal, supplementary, obligations, appealOf, judgments, executed, on, months
    case probationEndsOn, outcome, ban, corrects, note
  }

  private static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, arrivedOn day: CivilDate? = nil
  ) throws(DocumentRefusal) -> SupplierDocument {
    guard bytes.count <= mostBytes else {
      throw DocumentRefusal("", .tooLarge(limit: mostBytes))
    }
    var reader = JSONReader(bytes)
    var parts = DocumentParts()
    try reader.object { (reader: inout JSONReader, key: Key) throws(DocumentRefusal) in
      try read(key, from: &reader, into: &parts)
    }
    try reader.end()
    if let day {
      guard parts.receivedOn == nil else { throw DocumentRefusal("receivedOn", .receiversToSay) }
      parts.receivedOn = day
    }
    return try parts.document()
  }

  private static func read(
    _ key: Key, from reader: inout JSONReader, into parts: inout DocumentParts
  ) throws(DocumentRefusal) {
    switch key {
    case .kind: parts.kind = try reader.word(DocumentKind.self)
    case .issuer: parts.issuer = try reader.filled(limit: 200)
    case .number: parts.number = try reader.filled(limit: 60)
    case .issuedOn: parts.issuedOn = try reader.day()
    case .effectiveOn: parts.effectiveOn = try reader.day()
    case .receivedOn: parts.receivedOn = try reader.day()
    case .person: parts.person = try reader.person()
    case .judgment: parts.judgment = try reader.reference()
    case .offences:
      parts.offences = try reader.list(limit: 30) { reader throws(DocumentRefusal) in
        try reader.offence()
      }
    case .principal: parts.principal = try reader.principal()
    case .supplementary:
      parts.supplementary = try reader.list(limit: 10) { reader throws(DocumentRefusal) in
        try reader.supplementary()
      }
    case .obligations:
      parts.obligations = try reader.list(limit: 20) { reader throws(DocumentRefusal) in
        try reader.obligation()
      }
    case .appealOf: parts.appealOf = try reader.reference()
    case .judgments:
      parts.judgments = try reader.list(limit: 30) { reader throws(DocumentRefusal) in
        try reader.reference()
      }
    case .executed:
      parts.executed = try reader.list(limit: 30) { reader throws(DocumentRefusal) in
        try reader.executed()
      }
    case .on: parts.on = try reader.day()
    case .months: parts.months = try reader.integer(1...1200)
    case .probationEndsOn: parts.probationEndsOn = try reader.day()
    case .outcome: parts.outcome = try reader.word(ReconsiderationOutcome.self)
    case .ban: parts.ban = try reader.ban()
    case .corrects:
      let reference = try reader.reference()
      parts.corrects = DocumentReference(
        number: reference.number, issuedOn: reference.pronouncedOn)
    case .note: parts.note = try reader.words(limit: 1000)
    }
  }
}
