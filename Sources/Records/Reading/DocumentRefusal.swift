package import Vocabulary

/// Why a document was not taken: the field by its place in the format, and the reason. What the
/// field holds is never repeated, except a key that is a plain word.
package struct DocumentRefusal: Error, Equatable, Sendable {
  /// `person.born`, `offences[1].article`; empty for the whole document.
  package var field: String
  package var reason: Reason

  package init(_ field: String, _ reason: Reason) {
    self.field = field
    self.reason = reason
  }

  package enum Reason: Equatable, Sendable {
    /// The byte, from 1, at which it stops being JSON.
    case notJSON(at: Int)
    case unknownKey
    case doubleKey
    case missing
    case notText
    case notANumber
    case notAnObject
    case notAList
    /// Not `YYYY-MM-DD`, or a day that does not exist.
    case notADay
    /// Not `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
    case notABirthDate
    /// None of the words that the format lists here.
    case unknownWord
    case notAnIdentityNumber
    case empty
    case tooLong(limit: Int)
    case tooMany(limit: Int)
    case outOfRange(least: Int, most: Int)
    case text(TypedTextRefusal)
    /// The day lies after another that it cannot follow, such as an act after its judgment.
    case after(String)
    /// The field belongs to another kind of document.
    case notOfThisKind
    /// More bytes than a document may have.
    case tooLarge(limit: Int)
    case notUTF8
    /// A form says that a list is empty, and rows are filled in.
    case noneAndSome
    /// In a message, the day of receipt is the receiver's to say.
    case receiversToSay
    /// The sender may not file this: another kind, or in the name of another body.
    case notThisSuppliers
  }

  /// The same refusal seen from outside: the field's path grows to the left.
  func inside(_ outer: String) -> DocumentRefusal {
    guard !field.isEmpty else { return DocumentRefusal(outer, reason) }
    return DocumentRefusal(field.hasPrefix("[") ? outer + field : "\(outer).\(field)", reason)
  }
}

extension DocumentRefusal: CustomStringConvertible {
  /// For the report of an import; pages have their own words.
  package var description: String { "\(field.isEmpty ? "document" : field): \(reason.words)" }
}

extension DocumentRefusal.Reason {
  /// A sentence in English for a report's line. No value of the document is in it.
  package var words: String {
    switch self {
    case .notJSON(let byte): "not JSON at byte \(byte)"
    case .unknownKey: "no such key in this format"
    case .doubleKey: "the key stands twice"
    case .missing: "missing"
    case .notText: "must be a text"
    case .notANumber: "must be a whole number"
    case .notAnObject: "must be an object"
    case .notAList: "must be a list"
    case .notADay: "must be a day, YYYY-MM-DD"
    case .notABirthDate: "must be YYYY-MM-DD, YYYY-MM or YYYY"
    case .unknownWord: "none of the words of this field"
    case .notAnIdentityNumber: "must be 9 or 12 digits, or 6 to 20 capitals and digits"
    case .empty: "empty"
    case .tooLong(let limit): "longer than \(limit) characters"
    case .tooMany(let limit): "more than \(limit)"
    case .outOfRange(let least, let most): "must be from \(least) to \(most)"
    case .text(let refusal): "has a character that no document has (\(refusal.code))"
    case .after(let other): "lies after \(other)"
    case .notOfThisKind: "belongs to another kind of document"
    case .tooLarge(let limit): "more than \(limit) bytes"
    case .notUTF8: "not UTF-8"
    case .noneAndSome: "says that there are none and lists some"
    case .receiversToSay: "is the receiver's to say; leave it out"
    case .notThisSuppliers: "not within what this supplier may file"
    }
  }
}

extension TypedTextRefusal {
  fileprivate var code: String {
    switch self {
    case .tooLong: "too long"
    case .tooManyBytes: "too many bytes"
    case .unsafe(let what, _, _): what.rawValue
    case .foreignLetter: "a letter of another script"
    case .mixedScripts: "letters of two scripts"
    case .sign: "a sign"
    case .strayMark: "a stray mark"
    }
  }
}
