import Foundation
import Vocabulary

/// The first objects of every file, always under the same numbers.
enum Beginning {
  /// The output intent's profile.
  static let profile = 1
  /// Each face takes six numbers from here; the first is the font itself.
  static func font(_ index: Int) -> Int { 2 + index * 6 }

  static func profileBytes() throws(Fault) -> [UInt8] {
    let doing = "reading the colour profile sRGB.icc"
    guard
      let file = Bundle.module.url(
        forResource: "sRGB", withExtension: "icc", subdirectory: "Resources")
    else { throw Fault(doing, cause: "it is not in the program's resources; build again") }
    do {
      return [UInt8](try Data(contentsOf: file))
    } catch {
      throw Fault(doing, cause: "\(error)")
    }
  }
}

extension PDFWriter {
  /// The file's head, the colour profile and the fonts.
  static func beginning(with fonts: [EmbeddedFont]) throws(Fault) -> PDFWriter {
    var writer = PDFWriter()
    let profile = try Deflate.compress(try Beginning.profileBytes(), .best)
    let number = writer.stream("/N 3 /Filter /FlateDecode", profile)
    precondition(number == Beginning.profile, "the profile is the first object")
    for (index, font) in fonts.enumerated() { writer.write(font, at: Beginning.font(index)) }
    return writer
  }

  /// A composite font whose codes are the program's glyph numbers (ISO 32000-1, 9.7).
  private mutating func write(_ font: EmbeddedFont, at first: Int) {
    for expected in first..<first + 6 {
      let number = newNumber()
      precondition(number == expected, "fonts stand where pages look for them")
    }
    object(first) { out in
      out.append(
        text: "<< /Type /Font /Subtype /Type0 /BaseFont /\(font.name) /Encoding /Identity-H "
          + "/DescendantFonts [\(first + 1) 0 R] /ToUnicode \(first + 4) 0 R >>")
    }
    object(first + 1) { out in
      out.append(
        text: "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /\(font.name) "
          + "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
          + "/CIDToGIDMap /Identity /FontDescriptor \(first + 2) 0 R /DW 1000 /W ")
      out.append(contentsOf: font.widths)
      out.append(ascii: " >>")
    }
    object(first + 2) { $0.append(text: font.descriptor(at: first)) }
    stream(
      first + 3, "/Length1 \(font.programLength) /Filter /FlateDecode", font.program)
    stream(first + 4, "/Filter /FlateDecode", font.toUnicode)
    stream(first + 5, "/Filter /FlateDecode", font.glyphBits)
  }
}

extension EmbeddedFont {
  /// Table 122: serif and symbolic, because its codes are glyph numbers; italic besides.
  fileprivate func descriptor(at first: Int) -> String {
    func thousandths(_ value: Int) -> Int {
      Int((Double(value) * 1000 / Double(unitsPerEm)).rounded())
    }
    let box = [metrics.box.0, metrics.box.1, metrics.box.2, metrics.box.3].map(thousandths)
    let bold = name.hasSuffix("Bold")
    return "<< /Type /FontDescriptor /FontName /\(name) /Flags \(italic ? 70 : 6) "
      + "/FontBBox [\(box.map(String.init).joined(separator: " "))] "
      + "/ItalicAngle \(Int(metrics.italicAngle.rounded())) "
      + "/Ascent \(thousandths(metrics.ascent)) /Descent \(thousandths(metrics.descent)) "
      + "/CapHeight \(thousandths(metrics.capHeight)) /StemV \(bold ? 140 : 80) "
      + "/FontFile2 \(first + 3) 0 R /CIDSet \(first + 5) 0 R >>"
  }
}
