package import Vocabulary

/// What both engines can store in a column.
package enum SQLValue: Hashable, Sendable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case bytes([UInt8])
}

/// A value that `SQL` binds. Truth is 0 or 1, a moment is milliseconds, a day is its ISO text:
/// the two engines agree on nothing richer.
package protocol SQLBindable {
  var sqlValue: SQLValue { get }
}

extension SQLValue: SQLBindable {
  package var sqlValue: SQLValue { self }
}

extension String: SQLBindable {
  package var sqlValue: SQLValue { .text(self) }
}

extension Int: SQLBindable {
  package var sqlValue: SQLValue { .integer(Int64(self)) }
}

extension Int64: SQLBindable {
  package var sqlValue: SQLValue { .integer(self) }
}

extension Bool: SQLBindable {
  package var sqlValue: SQLValue { .integer(self ? 1 : 0) }
}

extension [UInt8]: SQLBindable {
  package var sqlValue: SQLValue { .bytes(self) }
}

extension Instant: SQLBindable {
  package var sqlValue: SQLValue { .integer(milliseconds) }
}

extension CivilDate: SQLBindable {
  package var sqlValue: SQLValue { .text(iso) }
}

extension Dong: SQLBindable {
  package var sqlValue: SQLValue { .integer(Int64(amount)) }
}

extension OpaqueID: SQLBindable {
  package var sqlValue: SQLValue { .text(text) }
}

extension AgencyID: SQLBindable {
  package var sqlValue: SQLValue { .text(code) }
}

extension Optional: SQLBindable where Wrapped: SQLBindable {
  package var sqlValue: SQLValue { self?.sqlValue ?? .null }
}
