import Issuance

/// Puts set blocks on pages, from the top down, and keeps account of what is read in which order.
struct PageFlow {
  let sheet: Sheet
  let fonts: [DrawnFont]
  private(set) var pages: [PageContent] = []
  private(set) var tree = StructureTree()
  /// Where the next block begins, from the page's top edge.
  var top = 0.0

  init(_ sheet: Sheet, _ fonts: [DrawnFont]) {
    self.sheet = sheet
    self.fonts = fonts
    newPage()
  }

  var left: Double { sheet.margins.left }
  var width: Double { Sheet.pageSize.width - sheet.margins.left - sheet.margins.right }
  var bottom: Double { Sheet.pageSize.height - sheet.margins.bottom }
  var room: Double { bottom - top }
  var isAtTop: Bool { top <= sheet.margins.top }
  var pageHeight: Double { bottom - sheet.margins.top }

  mutating func newPage() {
    pages.append(PageContent())
    tree.newPage()
    top = sheet.margins.top
  }

  /// Space between blocks; a page does not begin with it.
  mutating func skip(_ height: Double) {
    if !isAtTop { top += height }
  }

  /// The page on which drawing goes on.
  mutating func draw(_ body: (inout PageContent) -> Void) { body(&pages[pages.count - 1]) }

  mutating func draw(onPage index: Int, _ body: (inout PageContent) -> Void) {
    body(&pages[index])
  }

  mutating func element(
    _ role: StructureTree.Role, in parent: Int = StructureTree.root
  ) -> Int {
    tree.add(role, in: parent)
  }

  /// Draws as content of `element`, or as an artifact where there is none.
  mutating func draw(
    as element: Int?, _ body: (inout PageContent) -> Void
  ) {
    let part: PageContent.Part
    if let element {
      part = .marked(tree.elements[element].role, tree.mark(element))
    } else {
      part = .artifact
    }
    draw { page in
      page.begin(part)
      body(&page)
      page.end()
    }
  }

  /// Draws lines of a paragraph under one another from `top`.
  ///
  /// - Parameters:
  ///   - left: the left edge of the paragraph's space, `width` points wide.
  ///   - number: stands at the left edge of the first line.
  mutating func text(
    _ paragraph: SetParagraph, lines: Range<Int>, left: Double, top: Double, width: Double,
    number: SetParagraph? = nil, as element: Int?
  ) {
    let fonts = self.fonts
    draw(as: element) { page in
      page.beginText()
      for (row, index) in lines.enumerated() {
        let line = paragraph.lines[index]
        let baseline = top + Double(row) * paragraph.leading + paragraph.ascent
        if index == 0, let number, let first = number.lines.first {
          page.move(to: left, baseline)
          page.show(number, line: first, stretch: 0, fonts)
        }
        let start = paragraph.offset(ofLine: index)
        let spare = width - start - line.width
        let isLast = index == paragraph.lines.count - 1
        page.move(to: left + start + paragraph.style.alignment.lead(of: spare), baseline)
        page.show(
          paragraph, line: line,
          stretch: isLast ? 0 : paragraph.stretch(of: line, spare: spare), fonts)
      }
      page.endText()
    }
  }

  /// Paragraphs under one another in a column, each an element of its own.
  mutating func stack(
    _ paragraphs: [SetParagraph], left: Double, top: Double, width: Double, in parent: Int
  ) {
    var top = top
    for paragraph in paragraphs {
      top += paragraph.style.before
      let element = element(paragraph.role, in: parent)
      text(
        paragraph, lines: 0..<paragraph.lines.count, left: left, top: top, width: width,
        as: element)
      top += paragraph.height + paragraph.style.after
    }
  }
}

extension Paragraph.Alignment {
  /// What of the spare width stands before the line.
  func lead(of spare: Double) -> Double {
    switch self {
    case .left, .justified: 0
    case .centre: spare / 2
    case .right: spare
    }
  }
}

extension SetParagraph {
  var role: StructureTree.Role {
    switch style.role {
    case .heading: .heading
    case .paragraph: .paragraph
    }
  }

  /// Points to add to every space of a justified line.
  func stretch(of line: Line, spare: Double) -> Double {
    switch style.alignment {
    case .left, .centre, .right: return 0
    case .justified:
      // The space at the line's end takes no part.
      let spaces = glyphs[line.glyphs].dropLast().count { $0.kind == .space }
      return spaces == 0 ? 0 : spare / Double(spaces)
    }
  }
}
