import Foundation
import Vocabulary

/// Between entries and the bytes that are stored. Bytes once stored are never encoded again: they
/// are the leaf, and what they say is read from them.
package enum JournalCodec {
  /// The JSON that is stored: sorted keys, so that one value has one form.
  package static func bytes(of value: some Encodable) -> [UInt8] {
    json(of: value).bytes
  }

  /// An entry's bytes, and its event's name, such as `lodged` for `.lodged(…)`: what the events
  /// are counted and found by.
  package static func stored<Event>(_ entry: Entry<Event>) -> (bytes: [UInt8], kind: String) {
    let json = json(of: entry)
    guard let kind = json["event"]?.onlyName else {
      preconditionFailure("an event is a case of an enum: \(Event.self)")
    }
    return (json.bytes, kind)
  }

  private static func json(of value: some Encodable) -> StoredJSON {
    do {
      return try StoredJSON(value)
    } catch {
      preconditionFailure("journal values always encode: \(type(of: value))")
    }
  }

  /// Reads stored bytes back. A version or shape that this program does not know is an error,
  /// never a guess.
  package static func value<Value: Decodable>(
    _ type: Value.Type, from bytes: [UInt8]
  ) throws(JournalUnreadable) -> Value {
    do {
      return try Value(from: StoredJSONDecoder(value: ParsedJSON(bytes)))
    } catch {
      // Rare forms and everything that is wrong: Foundation's decoder decides.
      return try plainValue(type, from: bytes)
    }
  }

  /// The same by Foundation's decoder alone.
  static func plainValue<Value: Decodable>(
    _ type: Value.Type, from bytes: [UInt8]
  ) throws(JournalUnreadable) -> Value {
    do {
      return try JSONDecoder().decode(type, from: Data(bytes))
    } catch {
      throw JournalUnreadable(type: "\(type)")
    }
  }

  package static func caseEntry(from bytes: [UInt8]) throws(JournalUnreadable) -> CaseEntry {
    let entry = try value(CaseEntry.self, from: bytes)
    guard entry.v == 1 else { throw JournalUnreadable(type: "entry version \(entry.v)") }
    return entry
  }
}

/// Stored bytes that this program cannot read. Says which kind, never the bytes.
package struct JournalUnreadable: Error, Equatable, Sendable {
  package let type: String
}
