import Issuance
import Vocabulary

/// A face as documents embed it: a subset of its outlines with the tables that PDF wants beside
/// it (ISO 32000-1, 9.7; ISO 19005-1, 6.3).
struct EmbeddedFont: Sendable {
  /// `ABCDEF+Tinos-Bold`.
  let name: String
  let metrics: FontMetrics
  let unitsPerEm: Int
  let italic: Bool
  /// The font program, compressed.
  let program: [UInt8]
  let programLength: Int
  /// A bit for each glyph in the program, compressed.
  let glyphBits: [UInt8]
  /// From glyph to Unicode, compressed.
  let toUnicode: [UInt8]
  /// `[0 [778 250 …]]`.
  let widths: [UInt8]
  /// From the whole face's glyph numbers to the program's; `absent` where it has none.
  let numbers: [UInt16]

  static let absent = UInt16.max

  init(_ file: FontFile, _ known: FaceLetters, glyphs: Set<UInt32>) throws(Fault) {
    let subset = try file.subset(glyphs.sorted())
    guard subset.glyphCount < Int(EmbeddedFont.absent) else {
      throw Fault("embedding a font", cause: "\(subset.glyphCount) glyphs are too many")
    }
    var numbers = Array(repeating: EmbeddedFont.absent, count: file.glyphCount)
    var widths = Array(repeating: file.advance(of: 0), count: subset.glyphCount)
    var letters: [(glyph: UInt16, codePoint: UInt32)] = []
    numbers[0] = 0
    for glyph in glyphs {
      guard let number = subset.newGlyph[glyph], Int(number) < subset.glyphCount else { continue }
      numbers[Int(glyph)] = number
      widths[Int(number)] = file.advance(of: glyph)
      let codePoint = known.codePoint(of: glyph)
      if codePoint != 0 { letters.append((number, codePoint)) }
    }
    letters.sort { $0.glyph < $1.glyph }
    self.name = "\(EmbeddedFont.tag(of: subset.bytes))+\(file.face.postScriptName)"
    self.metrics = file.metrics
    self.unitsPerEm = file.unitsPerEm
    self.italic = file.face == .italic
    self.program = try Deflate.compress(subset.bytes, .best)
    self.programLength = subset.bytes.count
    self.glyphBits = try Deflate.compress(
      EmbeddedFont.bits(subset.glyphCount), .best)
    self.toUnicode = try Deflate.compress(EmbeddedFont.unicodeMap(letters), .best)
    self.widths = EmbeddedFont.list(widths, unitsPerEm: file.unitsPerEm)
    self.numbers = numbers
  }

  /// Six capital letters that differ where the subset differs (9.6.4).
  private static func tag(of bytes: [UInt8]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325  // FNV-1a
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    var letters = ""
    for _ in 0..<6 {
      letters.unicodeScalars.append(Unicode.Scalar(UInt8(0x41 + hash % 26)))
      hash /= 26
    }
    return letters
  }

  /// CIDSet: ISO 19005-1, 6.3.5 wants every glyph of the program in it, `.notdef` too.
  private static func bits(_ count: Int) -> [UInt8] {
    var bits = [UInt8](repeating: 0, count: (count + 7) / 8)
    for glyph in 0..<count { bits[glyph / 8] |= 0x80 >> UInt8(glyph % 8) }
    return bits
  }

  private static func list(_ widths: [Int32], unitsPerEm: Int) -> [UInt8] {
    var text: [UInt8] = []
    text.append(ascii: "[0 [")
    for width in widths {
      text.append(number: Double(width) * 1000 / Double(unitsPerEm))
      text.append(0x20)
    }
    text.append(ascii: "]]")
    return text
  }

  /// A ToUnicode CMap (9.10.3).
  private static func unicodeMap(_ letters: [(glyph: UInt16, codePoint: UInt32)]) -> [UInt8] {
    var map: [UInt8] = []
    map.append(
      ascii: """
        /CIDInit /ProcSet findresource begin
        12 dict begin
        begincmap
        /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
        /CMapName /Adobe-Identity-UCS def
        /CMapType 2 def
        1 begincodespacerange
        <0000> <FFFF>
        endcodespacerange

        """)
    for start in stride(from: 0, to: letters.count, by: 100) {
      let part = letters[start..<min(start + 100, letters.count)]
      map.append(integer: part.count)
      map.append(ascii: " beginbfchar\n")
      for letter in part {
        map.append(0x3C)
        map.append(hex: letter.glyph)
        map.append(ascii: "> <")
        for unit in utf16(letter.codePoint) { map.append(hex: unit) }
        map.append(ascii: ">\n")
      }
      map.append(ascii: "endbfchar\n")
    }
    map.append(
      ascii: """
        endcmap
        CMapName currentdict /CMap defineresource pop
        end
        end

        """)
    return map
  }
}

func utf16(_ codePoint: UInt32) -> [UInt16] {
  guard let scalar = Unicode.Scalar(codePoint) else { return [0xFFFD] }
  return Array(UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter)
}
