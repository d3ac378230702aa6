import Issuance

/// The drawing operators of one page (ISO 32000-1, 8 and 9). Callers measure downwards from the
/// top edge, as text flows; PDF measures upwards.
struct PageContent {
  private(set) var operators: [UInt8] = []
  private var face = UInt8.max
  private var size = 0.0

  init() { operators.reserveCapacity(16_384) }

  enum Part {
    /// Content of the structure element with this mark.
    case marked(StructureTree.Role, Int)
    /// Rules, page numbers: what is not read.
    case artifact
  }

  mutating func begin(_ part: Part) {
    switch part {
    case .marked(let role, let mark):
      operators.append(ascii: role.name)
      operators.append(ascii: " <</MCID ")
      operators.append(integer: mark)
      operators.append(ascii: ">> BDC\n")
    case .artifact: operators.append(ascii: "/Artifact BMC\n")
    }
  }

  mutating func append(_ other: PageContent) {
    operators.append(contentsOf: other.operators)
  }

  mutating func end() { operators.append(ascii: "EMC\n") }

  mutating func line(from: (Double, Double), to: (Double, Double), width: Double) {
    operators.append(number: width)
    operators.append(ascii: " w ")
    operators.append(numbers: from.0, Sheet.pageSize.height - from.1)
    operators.append(ascii: "m ")
    operators.append(numbers: to.0, Sheet.pageSize.height - to.1)
    operators.append(ascii: "l S\n")
  }

  /// Dark squares, joined along each row so that no hairline parts them.
  /// On white with the quiet zone, so that no stamp shines through.
  mutating func code(_ modules: QRModules, left: Double, top: Double, side: Double) {
    let unit = side / Double(modules.size)
    let quiet = unit * 4
    operators.append(ascii: "q 1 g ")
    operators.append(
      numbers: left - quiet, Sheet.pageSize.height - top - side - quiet, side + 2 * quiet,
      side + 2 * quiet)
    operators.append(ascii: "re f 0 g ")
    operators.append(number: 1)
    operators.append(ascii: " 0 0 1 ")
    operators.append(numbers: left, Sheet.pageSize.height - top)
    operators.append(ascii: "cm\n")
    // Thousandths of a point: at a hundredth the squares would be visibly uneven.
    operators.append(text: "\(fraction(unit)) 0 0 -\(fraction(unit)) 0 0 cm\n")
    for row in 0..<modules.size {
      var column = 0
      while column < modules.size {
        guard modules.isDark(row: row, column: column) else {
          column += 1
          continue
        }
        let start = column
        while column < modules.size, modules.isDark(row: row, column: column) { column += 1 }
        operators.append(integer: start)
        operators.append(0x20)
        operators.append(integer: row)
        operators.append(0x20)
        operators.append(integer: column - start)
        operators.append(ascii: " 1 re\n")
      }
    }
    operators.append(ascii: "f Q\n")
  }

  private func fraction(_ value: Double) -> String {
    let thousandths = Int((value * 100_000).rounded())
    let digits = String(thousandths % 100_000)
    return "\(thousandths / 100_000)."
      + String(repeating: "0", count: 5 - digits.utf8.count) + digits
  }

  mutating func beginText() {
    operators.append(ascii: "BT\n")
    face = .max
    size = 0
  }

  mutating func endText() { operators.append(ascii: "ET\n") }

  /// Grey words that readers of text take as they are: programs find no words in slanted letters.
  mutating func beginStamp(_ words: [UInt32], grey: Double) {
    beginSpan(words[...])
    operators.append(ascii: "q ")
    operators.append(number: grey)
    operators.append(ascii: " g\n")
  }

  mutating func endStamp() {
    operators.append(ascii: "Q\n")
    end()
  }

  /// The text matrix for an upright line.
  mutating func move(to x: Double, _ y: Double) {
    operators.append(ascii: "1 0 0 1 ")
    operators.append(numbers: x, Sheet.pageSize.height - y)
    operators.append(ascii: "Tm\n")
  }

  /// The text matrix for a line that rises by an angle, given as its cosine and sine.
  mutating func move(to x: Double, _ y: Double, cosine: Double, sine: Double) {
    operators.append(numbers: cosine, sine, -sine, cosine)
    operators.append(numbers: x, Sheet.pageSize.height - y)
    operators.append(ascii: "Tm\n")
  }

  /// Shows one line of a paragraph where the text matrix stands.
  ///
  /// - Parameter stretch: points to add to every space.
  mutating func show(
    _ paragraph: SetParagraph, line: SetParagraph.Line, stretch: Double, _ fonts: [DrawnFont]
  ) {
    var isOpen = false
    var inSpan = false
    var pending = 0
    var index = line.glyphs.lowerBound
    while index < line.glyphs.upperBound {
      let glyph = paragraph.glyphs[index]
      let font = fonts[Int(glyph.face)]
      let isUnusual = glyph.kind == .unusual
      if glyph.face != face || paragraph.style.size != size || isUnusual != inSpan {
        close(&isOpen)
        if inSpan, !isUnusual { end() }
        if isUnusual, !inSpan { beginSpan(paragraph, from: index, in: line) }
        inSpan = isUnusual
        select(glyph.face, paragraph.style.size)
      }
      let before = pending - font.thousandths(glyph.right)
      if glyph.up != 0 {
        close(&isOpen)
        operators.append(
          number: Double(glyph.up) * paragraph.style.size / Double(font.unitsPerEm))
        operators.append(ascii: " Ts\n")
      }
      open(&isOpen)
      if before != 0 { adjust(before) }
      operators.append(hex: font.numbers[Int(glyph.number)])
      // The pen moves by the width that the file states; the text wants to move by `advance`.
      pending =
        font.thousandths(font.advances[Int(glyph.number)] - glyph.advance + glyph.right)
      if glyph.kind == .space, stretch != 0 {
        pending -= Int((stretch * 1000 / paragraph.style.size).rounded())
      }
      if glyph.up != 0 {
        close(&isOpen)
        operators.append(ascii: "0 Ts\n")
      }
      index += 1
    }
    close(&isOpen)
    if inSpan { end() }
  }

  private mutating func select(_ newFace: UInt8, _ newSize: Double) {
    guard newFace != face || newSize != size else { return }
    face = newFace
    size = newSize
    operators.append(ascii: "/F")
    operators.append(integer: Int(face))
    operators.append(0x20)
    operators.append(number: size)
    operators.append(ascii: " Tf\n")
  }

  private mutating func open(_ isOpen: inout Bool) {
    guard !isOpen else { return }
    operators.append(ascii: "[<")
    isOpen = true
  }

  private mutating func close(_ isOpen: inout Bool) {
    guard isOpen else { return }
    operators.append(ascii: ">] TJ\n")
    isOpen = false
  }

  private mutating func adjust(_ thousandths: Int) {
    operators.append(0x3E)
    operators.append(integer: thousandths)
    operators.append(0x3C)
  }

  /// Says apart what a run of unusual glyphs stands for (14.9.4).
  private mutating func beginSpan(
    _ paragraph: SetParagraph, from start: Int, in line: SetParagraph.Line
  ) {
    let end =
      paragraph.glyphs[start...].first { $0.kind != .unusual }
      .map { Int($0.scalar) } ?? paragraph.scalars.count
    let from = Int(paragraph.glyphs[start].scalar)
    beginSpan(paragraph.scalars[from..<max(from, end)])
  }

  private mutating func beginSpan(_ scalars: ArraySlice<UInt32>) {
    operators.append(ascii: "/Span <</ActualText <FEFF")
    for scalar in scalars {
      for unit in utf16(scalar) { operators.append(hex: unit) }
    }
    operators.append(ascii: ">>> BDC\n")
  }
}

/// A face as one document draws with it.
struct DrawnFont {
  let numbers: [UInt16]
  let advances: [Int32]
  let unitsPerEm: Int

  func thousandths(_ units: Int32) -> Int {
    guard units != 0 else { return 0 }
    return Int((Double(units) * 1000 / Double(unitsPerEm)).rounded())
  }
}
