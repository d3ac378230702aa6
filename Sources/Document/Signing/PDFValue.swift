/// One value of a PDF file (ISO 32000-1, 7.3). Streams are told apart by `PDFObject`.
indirect enum PDFValue: Equatable, Sendable {
  case null
  case boolean(Bool)
  case integer(Int)
  /// Kept as written: no arithmetic is done on it.
  case real(String)
  case name(String)
  case string([UInt8])
  case array([PDFValue])
  case dictionary(PDFDictionary)
  case reference(Int, generation: Int)
}

/// A dictionary with the place of each value in the file, so that an update can splice one value
/// and leave every other byte as it was.
struct PDFDictionary: Sendable {
  struct Entry: Sendable {
    let key: String
    let value: PDFValue
    let range: Range<Int>
  }

  let entries: [Entry]
  /// From `<<` to `>>`, both included.
  let range: Range<Int>

  subscript(_ key: String) -> PDFValue? { entry(key)?.value }

  func entry(_ key: String) -> Entry? { entries.first { $0.key == key } }

  var values: [String: PDFValue] {
    Dictionary(entries.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
  }
}

extension PDFDictionary: Equatable {
  /// Two dictionaries say the same when their keys and values do, wherever they stand.
  static func == (left: PDFDictionary, right: PDFDictionary) -> Bool {
    left.values == right.values
  }
}

/// An indirect object as it stands in the file.
struct PDFObject: Equatable, Sendable {
  let number: Int
  let generation: Int
  let value: PDFValue
  let isStream: Bool

  var dictionary: PDFDictionary? {
    guard case .dictionary(let dictionary) = value, !isStream else { return nil }
    return dictionary
  }
}

/// Why a file cannot be read as the kind of PDF that we write and verify: PDF with classic
/// cross-reference tables, unencrypted, every revision complete.
package enum PDFUnreadable: Error, Equatable, Hashable, Sendable {
  case notAPDF
  case tooLarge(limitBytes: Int)
  /// The last lines must be `startxref`, an offset and `%%EOF`, with nothing after them.
  case endMissing
  /// Cross-reference streams and hybrid files can hide objects from some readers.
  case crossReferenceStream
  case crossReferenceMalformed(offset: Int)
  case encrypted
  case tooManyRevisions(limit: Int)
  case revisionsOutOfOrder
  case objectMissing(Int)
  case objectMalformed(Int)
  case syntax(offset: Int)
  case duplicateKey(String)
  case nestedTooDeep
  /// Reading it would take more work than its size justifies.
  case tooComplex
  /// No `/Pages` tree, or none that leads to a page.
  case noPage
  case fieldExists(String)
  case fieldNameEmpty
  /// An interactive form in a shape that an update cannot extend.
  case formUnsupported
  /// The bytes are not what `Signature.prepare` made: no empty container of a signature at the end.
  case notPrepared
}

extension PDFUnreadable: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notAPDF: "the file does not begin with %PDF-1"
    case .tooLarge(let limit): "the file is larger than \(limit) bytes"
    case .endMissing: "the file does not end with startxref, an offset and %%EOF"
    case .crossReferenceStream:
      "the file uses a cross-reference stream; write it with a classic table (PDF 1.4)"
    case .crossReferenceMalformed(let offset):
      "there is no well-formed cross-reference table at byte \(offset)"
    case .encrypted: "the file is encrypted"
    case .tooManyRevisions(let limit): "the file has more than \(limit) revisions"
    case .revisionsOutOfOrder: "the file's revisions do not follow one another"
    case .objectMissing(let number): "object \(number) is missing"
    case .objectMalformed(let number): "object \(number) is not well formed"
    case .syntax(let offset): "the syntax is wrong at byte \(offset)"
    case .duplicateKey(let key): "a dictionary has the key /\(key) twice"
    case .nestedTooDeep: "values are nested too deeply"
    case .tooComplex: "reading the file takes more work than its size justifies"
    case .noPage: "the file has no page"
    case .fieldExists(let name): "a field \(name) exists already; choose another name"
    case .fieldNameEmpty: "a signature field needs a name of letters, digits and hyphens"
    case .formUnsupported: "the file's interactive form cannot be extended by an update"
    case .notPrepared: "the file has no empty signature container at its end"
    }
  }
}
