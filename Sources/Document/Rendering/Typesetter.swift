import Issuance
import Vocabulary

/// A glyph in its place in a paragraph. Lengths are font units.
struct SetGlyph {
  /// Of the whole face.
  var number: UInt32
  /// Index of the scalar that it stands for, or of the first of several.
  var scalar: UInt32
  var advance: Int32
  var right: Int32
  var up: Int32
  var face: UInt8
  var kind: Kind

  enum Kind: UInt8 {
    /// Stands for one scalar, which the font's ToUnicode names.
    case plain
    /// A space at which a line may break.
    case space
    /// One of several glyphs for one letter, or one for several: the text must be said apart.
    case unusual
  }
}

/// A paragraph broken into lines.
struct SetParagraph {
  let style: Paragraph
  let glyphs: [SetGlyph]
  let scalars: [UInt32]
  let lines: [Line]

  struct Line {
    /// The space at its end is one of them.
    let glyphs: Range<Int>
    /// In points, without the space at its end.
    let width: Double
  }

  /// From one baseline to the next.
  var leading: Double { style.size * 1.22 }
  /// From a line's top to its baseline: Tinos rises to 0.89 em and falls to 0.22 em.
  var ascent: Double { style.size * 0.95 }
  var height: Double { Double(lines.count) * leading }

  /// Where a line's space begins, from the paragraph's left edge.
  func offset(ofLine index: Int) -> Double {
    style.indent + (index == 0 ? max(style.firstLine, 0) : max(-style.firstLine, 0))
  }

  /// The width of the widest line.
  var natural: Double { lines.map(\.width).max() ?? 0 }
}

/// Sets paragraphs in lines with the shelf's fonts. One rendering owns one.
struct Typesetter: ~Copyable {
  let shelf: FontShelf
  private let shaper: Shaper
  /// By face: glyphs that the usual subset lacks.
  private(set) var unusualGlyphs: [Set<UInt32>]

  init(_ shelf: FontShelf) throws(Fault) {
    self.shelf = shelf
    shaper = try Shaper()
    unusualGlyphs = Array(repeating: [], count: shelf.faces.count)
  }

  /// - Throws: `Fault` naming the code point if the font has no glyph for one.
  mutating func set(_ paragraph: Paragraph, width: Double) throws(Fault) -> SetParagraph {
    var glyphs: [SetGlyph] = []
    var scalars: [UInt32] = []
    for run in paragraph.runs where !run.text.isEmpty {
      try append(run, to: &glyphs, &scalars)
    }
    let lines = balanced(glyphs, paragraph, width: width)
    return SetParagraph(style: paragraph, glyphs: glyphs, scalars: scalars, lines: lines)
  }

  mutating func set(
    _ paragraphs: [Paragraph], width: Double
  ) throws(Fault) -> [SetParagraph] {
    var result: [SetParagraph] = []
    result.reserveCapacity(paragraphs.count)
    for paragraph in paragraphs { result.append(try set(paragraph, width: width)) }
    return result
  }

  private mutating func append(
    _ run: TextRun, to glyphs: inout [SetGlyph], _ scalars: inout [UInt32]
  ) throws(Fault) {
    let face = shelf.faces[run.face.rawValue]
    let typed = composed(run.text)
    // A no-break space is set as a space; only that lines do not break there is different.
    let shaped = typed.map { $0 == 0xA0 ? 0x20 : $0 }
    let found = shaper.glyphs(of: shaped, in: face.file)
    let base = UInt32(scalars.count)
    glyphs.reserveCapacity(glyphs.count + found.count)
    for (index, glyph) in found.enumerated() {
      let codePoint = shaped[Int(glyph.cluster)]
      guard glyph.number != 0 else { throw missing(codePoint) }
      let number = Int(glyph.number)
      if face.embedded.numbers[number] == EmbeddedFont.absent {
        unusualGlyphs[run.face.rawValue].insert(glyph.number)
      }
      let next = index + 1 < found.count ? Int(found[index + 1].cluster) : shaped.count
      let isAlone =
        next == Int(glyph.cluster) + 1
        && (index == 0 || found[index - 1].cluster != glyph.cluster)
      var kind = SetGlyph.Kind.unusual
      // A letter with a mark that Unicode has no one letter for goes together, or programs part
      // them when they look for words.
      let isMarked = next < shaped.count && isMark(shaped[next])
      if isAlone, !isMarked, !isMark(codePoint),
        face.letters.codePoint(of: glyph.number) == codePoint
      {
        kind = typed[Int(glyph.cluster)] == 0x20 ? .space : .plain
      }
      glyphs.append(
        SetGlyph(
          number: glyph.number, scalar: base + glyph.cluster, advance: glyph.advance,
          right: glyph.right, up: glyph.up, face: UInt8(run.face.rawValue), kind: kind))
    }
    scalars.append(contentsOf: shaped)
  }

  private func isMark(_ codePoint: UInt32) -> Bool { (0x300...0x36F).contains(codePoint) }

  private func missing(_ codePoint: UInt32) -> Fault {
    let digits = String(codePoint, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    return Fault(
      "setting the text of a document",
      cause: "the font Tinos has no letter \(name); write the text without it")
  }

  /// NFC, with control characters as spaces.
  private func composed(_ text: String) -> [UInt32] {
    var isComposed = true
    var scalars: [UInt32] = []
    scalars.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      let value = scalar.value
      if !isSurelyComposed(value) { isComposed = false }
      scalars.append(value < 0x20 || (0x7F...0x9F).contains(value) ? 0x20 : value)
    }
    guard !isComposed else { return scalars }
    return text.inNFC.unicodeScalars.map { $0.value < 0x20 ? 0x20 : $0.value }
  }

  /// Letters below the combining marks, those that Vietnamese added, and common punctuation are
  /// their own NFC and combine with nothing before them.
  private func isSurelyComposed(_ value: UInt32) -> Bool {
    value < 0x300 || (0x1E00...0x1EFF).contains(value) || (0x2010...0x2030).contains(value)
  }

  /// Centred lines of about one length: the narrowest space that needs no further line.
  private func balanced(
    _ glyphs: [SetGlyph], _ paragraph: Paragraph, width: Double
  ) -> [SetParagraph.Line] {
    var best = broken(glyphs, paragraph, width: width)
    guard paragraph.alignment == .centre, best.count > 1 else { return best }
    var (narrow, wide) = (width / 2, width)
    while wide - narrow > 2 {
      let middle = (narrow + wide) / 2
      let lines = broken(glyphs, paragraph, width: middle)
      if lines.count > best.count {
        narrow = middle
      } else {
        (wide, best) = (middle, lines)
      }
    }
    return best
  }

  /// Lines filled one after another, broken at spaces; a word longer than a line is broken
  /// anywhere.
  private func broken(
    _ glyphs: [SetGlyph], _ paragraph: Paragraph, width: Double
  ) -> [SetParagraph.Line] {
    let scale = paragraph.size / Double(shelf.faces[0].file.unitsPerEm)
    var lines: [SetParagraph.Line] = []
    var start = 0
    var used = 0.0
    // What stands before the last space of the line, and where the next line would begin.
    var good = (width: 0.0, next: 0, used: 0.0)
    func room() -> Double {
      let hang = lines.isEmpty ? max(paragraph.firstLine, 0) : max(-paragraph.firstLine, 0)
      return width - paragraph.indent - hang + 0.01
    }
    for (index, glyph) in glyphs.enumerated() {
      let advance = Double(glyph.advance) * scale
      if glyph.kind == .space {
        if index == start || glyphs[index - 1].kind != .space { good.width = used }
        used += advance
        good.next = index + 1
        good.used = used
        continue
      }
      if used + advance > room(), good.next > start {
        lines.append(.init(glyphs: start..<good.next, width: good.width))
        start = good.next
        used -= good.used
      }
      if used + advance > room(), index > start {
        lines.append(.init(glyphs: start..<index, width: used))
        start = index
        used = 0
      }
      used += advance
    }
    let tail = start < glyphs.count && good.next == glyphs.count && good.next > start
    lines.append(.init(glyphs: start..<glyphs.count, width: tail ? good.width : used))
    return lines
  }
}
