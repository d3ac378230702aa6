import Issuance

extension PageFlow {
  mutating func place(_ blocks: [SetBlock]) {
    for (index, block) in blocks.enumerated() {
      // A page break before a block is better than one inside what belongs together.
      if !isAtTop, beginning(of: blocks[index...]) > room + 0.01 { newPage() }
      switch block {
      case .text(let text): place(text)
      case .letterhead(let letterhead): place(letterhead)
      case .grid(let grid):
        let next = blocks[(index + 1)...]
        place(grid, next: grid.follows == .withNext ? grid.after + beginning(of: next) : 0)
      case .foot(let foot): place(foot)
      case .rule(let rule): place(rule)
      case .gap(let height): skip(height)
      }
    }
  }

  /// The height that the first block must find on its page, with those that it draws along.
  private func beginning(of blocks: ArraySlice<SetBlock>) -> Double {
    var height = 0.0
    for block in blocks {
      switch block {
      case .text(let text):
        let paragraph = text.paragraph
        guard paragraph.style.follows == .withNext else {
          // Three lines part into none: two would leave one alone.
          let lines = paragraph.lines.count
          let least = lines <= 3 ? lines : 2
          return height + paragraph.style.before + Double(least) * paragraph.leading
        }
        height += paragraph.style.before + paragraph.height + paragraph.style.after
      case .letterhead(let letterhead): return height + letterhead.height
      case .grid(let grid):
        let first = grid.rows.first.map(grid.height(of:)) ?? 0
        let head = grid.head.isEmpty ? 0 : grid.height(of: grid.head)
        height += grid.before + min(head + first, pageHeight)
        guard grid.follows == .withNext, grid.rows.count == 1 else { return height }
        height += grid.after
      case .foot(let foot): return height + foot.before + foot.height
      case .rule(let rule): height += rule.before + rule.after
      case .gap(let gap): height += gap
      }
    }
    return height > pageHeight ? 0 : height
  }

  private mutating func place(_ set: SetText) {
    let paragraph = set.paragraph
    skip(paragraph.style.before)
    let element = element(paragraph.role)
    var next = 0
    while next < paragraph.lines.count {
      let left = paragraph.lines.count - next
      var fitting = min(left, Int((room + 0.01) / paragraph.leading))
      if fitting == left - 1, fitting > 2 { fitting -= 1 }
      if fitting <= 0 {
        if !isAtTop { newPage() }
        fitting = max(1, min(left, Int((room + 0.01) / paragraph.leading)))
      }
      text(
        paragraph, lines: next..<next + fitting, left: self.left, top: top, width: width,
        number: set.number, as: element)
      top += Double(fitting) * paragraph.leading
      next += fitting
      if next < paragraph.lines.count { newPage() }
    }
    top += paragraph.style.after
  }

  private mutating func place(_ letterhead: SetLetterhead) {
    let middle = left + letterhead.width.left
    let ruleTop = top + letterhead.upperHeight + SetLetterhead.ruleGap
    let below = ruleTop + SetLetterhead.belowGap
    let columns = [
      (letterhead.left, left, letterhead.width.left),
      (letterhead.right, middle, letterhead.width.right),
    ]
    for (column, edge, width) in columns {
      stack(column.lines, left: edge, top: top, width: width, in: StructureTree.root)
      // Each rule follows its own column: the left one may be shorter than the right one.
      rule(of: column, edge: edge, top: top + stacked(column.lines), width: width)
      stack(column.below, left: edge, top: below, width: width, in: StructureTree.root)
    }
    top += letterhead.height
  }

  private mutating func rule(
    of column: SetLetterhead.SetColumn, edge: Double, top: Double, width: Double
  ) {
    guard column.rule > 0, let last = column.lines.last else { return }
    let length = last.natural * column.rule
    let start = edge + (width - length) / 2
    let height = top + SetLetterhead.ruleGap
    draw(as: nil) { page in
      page.line(from: (start, height), to: (start + length, height), width: 0.75)
    }
  }

  private mutating func place(_ rule: Block.Rule) {
    skip(rule.before)
    let start = left + width * (1 - rule.width) / 2
    let end = start + width * rule.width
    let height = top
    draw(as: nil) { page in
      page.line(from: (start, height), to: (end, height), width: 0.5)
    }
    top += rule.after
  }

  private mutating func place(_ foot: SetFoot) {
    skip(foot.before)
    var edge = left
    for column in foot.columns {
      if let code = column.code {
        let corner = (edge + (column.width - code.side) / 2, top + column.quiet)
        draw(as: element(.figure(alternative: code.alternative))) {
          $0.code(code.modules, left: corner.0, top: corner.1, side: code.side)
        }
      }
      stack(
        column.lines, left: edge, top: top + column.codeHeight, width: column.width,
        in: StructureTree.root)
      edge += column.width
    }
    top += foot.height
  }
}
