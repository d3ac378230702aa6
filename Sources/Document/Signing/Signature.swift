package import Vocabulary

/// PAdES baseline signatures (ETSI EN 319 142-1) as incremental updates of a PDF.
package enum Signature {
  /// Room for the CMS of a P-256 or RSA chain of three and a timestamp, in bytes.
  package static let defaultContainerBytes = 12_288

  /// Adds an invisible signature field with an empty container, as an incremental update: all
  /// bytes of `pdf` stay as they are, so earlier signatures stay valid.
  ///
  /// The result depends on the arguments alone. Its bytes are to be committed *before* anything
  /// is signed: after a crash `PreparedSignature(resuming:)` continues from them, and no second
  /// document can come about.
  ///
  /// - Parameters:
  ///   - pdf: a PDF with classic cross-reference tables, unencrypted.
  ///   - field: the field's name, unique in the document: letters, digits and hyphens.
  ///   - signerName: shown by readers beside the certificate's own name (`/Name`).
  ///   - reason: `/Reason`; empty to leave it out.
  ///   - location: `/Location`; empty to leave it out.
  ///   - signedAt: the claimed time (`/M`); PAdES baseline has no signing time in the CMS.
  ///   - containerBytes: room for the CMS.
  /// - Throws: `PDFUnreadable`, which says what in the file stands in the way.
  package static func prepare(
    _ pdf: [UInt8], field: String, signerName: String, reason: String, location: String,
    signedAt: Instant, containerBytes: Int = defaultContainerBytes
  ) throws(PDFUnreadable) -> PreparedSignature {
    let isPlain = field.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
        || $0 == 0x2D
    }
    guard !field.isEmpty, isPlain else { throw .fieldNameEmpty }
    var update = try PDFUpdate(of: pdf)
    let page = try update.firstPage()
    let container = update.newObjectNumber()
    let widget = update.newObjectNumber()
    try update.addField(widget, named: field)
    try update.addAnnotation(widget, to: page)
    let appearance = update.newObjectNumber()
    update.add(
      widget,
      "<< /Type /Annot /Subtype /Widget /FT /Sig /T (\(field)) /V \(container) 0 R"
        + " /P \(page.number) \(page.generation) R /Rect [0 0 0 0] /F 132"
        + " /AP << /N \(appearance) 0 R >> >>")
    // Nothing to see; but every field of a PDF/A-1 has an appearance (ISO 19005-1, 6.9).
    update.add(
      appearance,
      "<< /Type /XObject /Subtype /Form /BBox [0 0 0 0] /Length 0 >>\nstream\n\nendstream")
    let placeholder = SignatureContainer(
      name: signerName, reason: reason, location: location, signedAt: signedAt,
      bytes: containerBytes)
    return update.finished(with: placeholder, as: container)
  }
}

/// The signature dictionary with room for a CMS, as text.
struct SignatureContainer {
  let before: String
  /// Hexadecimal digits between `<` and `>`.
  let digits: Int
  let after: String

  /// Room for three numbers of ten digits.
  static let rangeWidth = 34

  init(name: String, reason: String, location: String, signedAt: Instant, bytes: Int) {
    before =
      "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached\n/ByteRange [0 "
    digits = bytes * 2
    var rest = "\n/M (\(pdfDate(signedAt)))"
    for (key, text) in [("Name", name), ("Reason", reason), ("Location", location)]
    where !text.isEmpty {
      rest += "\n/\(key) \(pdfText(text))"
    }
    after = rest + "\n>>"
  }
}

/// A text string (ISO 32000-1, 7.9.2.2) in hexadecimal: UTF-16 with a byte order mark unless it
/// is plain ASCII, so that nothing in it needs escaping.
func pdfText(_ text: String) -> String {
  let isASCII = text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
  let bytes: [UInt8] =
    isASCII
    ? Array(text.utf8)
    : [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
  return "<" + hexText(bytes) + ">"
}

/// `D:YYYYMMDDHHmmSS+07'00'`: Vietnamese time.
func pdfDate(_ instant: Instant) -> String { "D:\(instant.compactVietnamese)+07'00'" }

/// Lower-case hexadecimal.
func hexText(_ bytes: some Collection<UInt8>) -> String {
  String(decoding: hexDigits(bytes), as: UTF8.self)
}

func hexDigits(_ bytes: some Collection<UInt8>) -> [UInt8] {
  let digits = Array("0123456789abcdef".utf8)
  var text: [UInt8] = []
  text.reserveCapacity(bytes.count * 2)
  for byte in bytes {
    text.append(digits[Int(byte >> 4)])
    text.append(digits[Int(byte & 15)])
  }
  return text
}
