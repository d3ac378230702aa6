import Issuance
import Vocabulary

/// A block whose lines are known; what remains is to find its page.
enum SetBlock {
  case text(SetText)
  case letterhead(SetLetterhead)
  case grid(SetGrid)
  case foot(SetFoot)
  case rule(Block.Rule)
  case gap(Double)
}

/// A paragraph, or a field with its number.
struct SetText {
  let paragraph: SetParagraph
  let number: SetParagraph?
}

struct SetLetterhead {
  let left: SetColumn
  let right: SetColumn
  let width: (left: Double, right: Double)

  struct SetColumn {
    let lines: [SetParagraph]
    let rule: Double
    let below: [SetParagraph]
  }

  static let ruleGap = 3.0
  static let belowGap = 9.0

  var upperHeight: Double { max(stacked(left.lines), stacked(right.lines)) }
  var height: Double {
    upperHeight + SetLetterhead.ruleGap + SetLetterhead.belowGap
      + max(stacked(left.below), stacked(right.below))
  }
}

/// A table, or a box: a table of one cell without a head.
struct SetGrid {
  let kind: Kind
  /// Left edges of the columns and the right edge of the last, from the left margin.
  let edges: [Double]
  let head: [SetCell]
  let rows: [[SetCell]]
  let before: Double
  let after: Double
  let padding: (across: Double, down: Double)
  /// Of the last row.
  let follows: Paragraph.Follows

  enum Kind {
    case table
    case box
  }

  func height(of row: [SetCell]) -> Double {
    (row.map(\.height).max() ?? 0) + 2 * padding.down
  }
}

struct SetCell {
  let paragraphs: [SetParagraph]
  var height: Double { stacked(paragraphs) }
}

struct SetFoot {
  let columns: [Column]
  let before: Double

  struct Column {
    let code: Block.Code?
    let lines: [SetParagraph]
    let width: Double

    /// Four squares of white around a code (ISO/IEC 18004, 5.3.8).
    var quiet: Double { code.map { $0.side / Double($0.modules.size) * 4 } ?? 0 }
    var codeHeight: Double { (code?.side ?? 0) + 2 * quiet }
    var height: Double { codeHeight + stacked(lines) }
  }

  var height: Double { columns.map(\.height).max() ?? 0 }
}

/// The height of paragraphs under one another, with the space between them.
func stacked(_ paragraphs: [SetParagraph]) -> Double {
  paragraphs.reduce(0) { $0 + $1.style.before + $1.height + $1.style.after }
}

extension Typesetter {
  mutating func set(_ block: Block, width: Double) throws(Fault) -> SetBlock {
    switch block {
    case .paragraph(let paragraph):
      return .text(SetText(paragraph: try set(paragraph, width: width), number: nil))
    case .field(let field): return .text(try set(field, width: width))
    case .letterhead(let letterhead): return .letterhead(try set(letterhead, width: width))
    case .table(let table): return .grid(try set(table, width: width))
    case .box(let box): return .grid(try set(box, width: width))
    case .foot(let foot): return .foot(try set(foot, width: width))
    case .rule(let rule): return .rule(rule)
    case .gap(let height): return .gap(height)
    }
  }

  private mutating func set(_ field: Block.Field, width: Double) throws(Fault) -> SetText {
    var text = field.text
    text.indent += field.hang
    let number = Paragraph(field.number + " ", size: text.size)
    return SetText(
      paragraph: try set(text, width: width),
      number: field.number.isEmpty ? nil : try set(number, width: width))
  }

  private mutating func set(
    _ letterhead: Block.Letterhead, width: Double
  ) throws(Fault) -> SetLetterhead {
    let left = width * letterhead.split
    let right = width - left
    return SetLetterhead(
      left: try set(letterhead.left, width: left),
      right: try set(letterhead.right, width: right), width: (left, right))
  }

  private mutating func set(
    _ column: Block.Letterhead.Column, width: Double
  ) throws(Fault) -> SetLetterhead.SetColumn {
    SetLetterhead.SetColumn(
      lines: try set(column.lines, width: width), rule: column.rule,
      below: try set(column.below, width: width))
  }

  private mutating func set(_ table: Block.Table, width: Double) throws(Fault) -> SetGrid {
    let padding = (across: 4.0, down: 3.0)
    let sum = table.widths.reduce(0, +)
    var edges = [0.0]
    for part in table.widths { edges.append(edges[edges.count - 1] + part / sum * width) }
    var rows: [[SetCell]] = []
    for row in [table.head.map { [$0] }] + table.rows {
      var cells: [SetCell] = []
      for (index, cell) in row.enumerated() {
        let room = edges[index + 1] - edges[index] - 2 * padding.across
        cells.append(SetCell(paragraphs: try set(cell, width: room)))
      }
      rows.append(cells)
    }
    return SetGrid(
      kind: .table, edges: edges, head: rows[0], rows: Array(rows.dropFirst()),
      before: table.before, after: table.after, padding: padding, follows: table.follows)
  }

  private mutating func set(_ box: Block.Box, width: Double) throws(Fault) -> SetGrid {
    let padding = (across: 7.0, down: 4.0)
    let cell = SetCell(paragraphs: try set(box.lines, width: width - 2 * padding.across))
    return SetGrid(
      kind: .box, edges: [0, width], head: [], rows: [[cell]], before: box.before,
      after: box.after, padding: padding, follows: box.follows)
  }

  private mutating func set(_ foot: Block.Foot, width: Double) throws(Fault) -> SetFoot {
    let sum = foot.columns.reduce(0) { $0 + $1.part }
    var columns: [SetFoot.Column] = []
    for column in foot.columns {
      let room = width * column.part / sum
      columns.append(
        SetFoot.Column(
          code: column.code, lines: try set(column.lines, width: room), width: room))
    }
    return SetFoot(columns: columns, before: foot.before)
  }
}
