import Vocabulary

/// A signature as it stands in the file, before anything is computed.
struct StandingSignature {
  let field: String
  /// The place of `/Contents`, from `<` to `>`.
  let contents: Range<Int>
  /// The number of bytes it covers, its own container included.
  let end: Int
  let coverage: SignatureReport.Coverage
  let claimedAt: Instant?
  /// What the structure alone shows to be wrong.
  let doubts: Set<SignatureDoubt>
}

/// The signatures of a file, by its structure: fields, containers, revisions.
struct SignedFile {
  static let signatureLimit = 32

  private var file: PDFRevisions
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) throws(PDFUnreadable) {
    file = try PDFRevisions(bytes)
    self.bytes = bytes
  }

  /// Every signature that a field of the newest revision holds, in the order of what they cover.
  mutating func signatures() throws(PDFUnreadable) -> [StandingSignature] {
    var changes = RevisionChanges()
    var found: [StandingSignature] = []
    var containers: Set<Int> = []
    for (field, container) in try signedFields(asOf: nil) {
      // Two fields that share one container would be one signature counted twice.
      guard containers.insert(container).inserted else { throw .objectMalformed(container) }
      guard let dictionary = try file.object(container)?.dictionary else {
        throw .objectMalformed(container)
      }
      found.append(try standing(field, dictionary, &changes))
    }
    return found.sorted { $0.end < $1.end }
  }

  /// Fields that an earlier revision had signed and the newest does not show any more.
  mutating func removedFields() throws(PDFUnreadable) -> [String] {
    let present = Set(try signedFields(asOf: nil).map(\.container))
    var removed: [String] = []
    for revision in file.revisions.indices.dropLast() {
      for (field, container) in try signedFields(asOf: revision)
      where !present.contains(container) && !removed.contains(field) {
        removed.append(field)
      }
    }
    return removed
  }

  private mutating func signedFields(
    asOf revision: Int?
  ) throws(PDFUnreadable) -> [(field: String, container: Int)] {
    let trailer = revision.map { file.revisions[$0].trailer } ?? file.newest.trailer
    let catalog = try file.required(trailer["Root"], asOf: revision).dictionary
    guard let reference = catalog["AcroForm"] else { return [] }
    guard case .dictionary(let form) = try file.resolved(reference, asOf: revision),
      case .array(let fields) = try file.resolved(form["Fields"], asOf: revision),
      fields.count <= SignedFile.signatureLimit
    else { throw .formUnsupported }
    var found: [(field: String, container: Int)] = []
    for field in fields {
      let (number, dictionary) = try file.required(field, asOf: revision)
      // Fields with kids could hide a signature or a name; we never write them.
      guard dictionary["Kids"] == nil, dictionary["Parent"] == nil else { throw .formUnsupported }
      guard dictionary["FT"] == .name("Sig"), let value = dictionary["V"] else { continue }
      guard case .reference(let container, _) = value, case .string(let name) = dictionary["T"]
      else { throw .objectMalformed(number) }
      found.append((String(decoding: name, as: UTF8.self), container))
    }
    return found
  }

  private mutating func standing(
    _ field: String, _ dictionary: PDFDictionary, _ changes: inout RevisionChanges
  ) throws(PDFUnreadable) -> StandingSignature {
    var doubts: Set<SignatureDoubt> = []
    if dictionary["SubFilter"] != .name("ETSI.CAdES.detached") { doubts.insert(.formatUnknown) }
    var contents = 0..<0
    if let entry = dictionary.entry("Contents"), case .string = entry.value,
      bytes[entry.range.lowerBound] == UInt8(ascii: "<")
    {
      contents = entry.range
    } else {
      doubts.insert(.gapIsNotContents)
    }
    var end = 0
    if case .array(let range) = dictionary["ByteRange"], range.count == 4,
      range[0] == .integer(0), case .integer(let before) = range[1],
      case .integer(let after) = range[2], case .integer(let rest) = range[3],
      before > 0, after > before, rest > 0, after <= bytes.count, rest <= bytes.count - after
    {
      end = after + rest
      if before != contents.lowerBound || after != contents.upperBound {
        doubts.insert(.gapIsNotContents)
      }
    } else {
      doubts.insert(.byteRangeMalformed)
    }
    var coverage = SignatureReport.Coverage.neither
    if let index = file.revisions.firstIndex(where: { $0.end == end }) {
      coverage = end == bytes.count ? .wholeFile : .earlierRevision(bytes: end)
      if contents.lowerBound < file.revisions[index].start { doubts.insert(.coversNoRevision) }
      for later in (index + 1)..<max(index + 1, file.revisions.count) {
        if let object = try changes.firstForbidden(in: later, of: &file) {
          doubts.insert(.changedAfterwards(object: object))
        }
      }
    } else {
      doubts.insert(.coversNoRevision)
    }
    return StandingSignature(
      field: field, contents: contents, end: end, coverage: coverage,
      claimedAt: claimedTime(dictionary["M"]), doubts: doubts)
  }
}

/// The moment of a PDF date with its zone: `D:20261121160000+07'00'`; nil for anything else.
func claimedTime(_ value: PDFValue?) -> Instant? {
  guard case .string(let text) = value, text.count >= 17, text.count <= 23,
    text[0] == UInt8(ascii: "D"), text[1] == UInt8(ascii: ":")
  else { return nil }
  func number(_ from: Int, _ count: Int) -> Int? {
    guard from + count <= text.count else { return nil }
    var value = 0
    for byte in text[from..<from + count] {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }
  guard let year = number(2, 4), let month = number(6, 2), let dayOfMonth = number(8, 2),
    let hour = number(10, 2), let minute = number(12, 2), let second = number(14, 2),
    let day = CivilDate(year: year, month: month, day: dayOfMonth), hour < 24, minute < 60,
    second < 61
  else { return nil }
  var offset = 0
  if text[16] != UInt8(ascii: "Z") {
    guard let hours = number(17, 2), hours < 24, text[16] == 0x2B || text[16] == 0x2D else {
      return nil
    }
    let minutes = number(20, 2) ?? 0
    offset = (hours * 60 + minutes) * 60 * (text[16] == 0x2D ? -1 : 1)
  }
  let seconds = day.dayNumber * 86_400 + hour * 3600 + minute * 60 + second - offset
  return Instant(milliseconds: Int64(seconds) * 1000)
}
