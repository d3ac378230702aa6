/// What stands under one another on a sheet.
package enum Block: Equatable, Sendable {
  case paragraph(Paragraph)
  /// `1. Họ và tên: …`: the number hangs to the left of every line of the text.
  case field(Field)
  /// The two columns at the head of an administrative document.
  case letterhead(Letterhead)
  case table(Table)
  case box(Box)
  /// Kept together on one page.
  case foot(Foot)
  case rule(Rule)
  case gap(Double)

  package struct Field: Equatable, Sendable {
    /// `1.`; empty for a field without a number.
    package var number: String
    /// The label and the value, in their faces.
    package var text: Paragraph
    /// Width of the number's column.
    package var hang: Double

    package init(number: String, text: Paragraph, hang: Double = 21) {
      self.number = number
      self.text = text
      self.hang = hang
    }
  }

  /// Decree 30/2020/NĐ-CP, Annex I, Part II: the agency on the left, the national title and
  /// motto on the right, a rule under each, then number and place on one level.
  package struct Letterhead: Equatable, Sendable {
    package var left: Column
    package var right: Column
    /// The left column's part of the width, between 0 and 1.
    package var split: Double

    package struct Column: Equatable, Sendable {
      package var lines: [Paragraph]
      /// The rule's part of the last line's width, between 0 and 1.
      package var rule: Double
      /// Below the rule, level with the other column's.
      package var below: [Paragraph]

      package init(lines: [Paragraph], rule: Double, below: [Paragraph]) {
        self.lines = lines
        self.rule = rule
        self.below = below
      }
    }

    package init(left: Column, right: Column, split: Double = 0.42) {
      self.left = left
      self.right = right
      self.split = split
    }
  }

  /// A table that may run over pages: its head is repeated, its rows break between pages, and
  /// only a row higher than a page breaks inside.
  package struct Table: Equatable, Sendable {
    /// Parts of the width; they are scaled to a sum of one.
    package var widths: [Double]
    package var head: [Paragraph]
    /// As many cells a row as there are widths.
    package var rows: [[Cell]]
    package var before: Double
    package var after: Double
    package var follows: Paragraph.Follows

    /// Paragraphs under one another.
    package typealias Cell = [Paragraph]

    package init(
      widths: [Double], head: [Paragraph], rows: [[Cell]], before: Double = 0, after: Double = 0,
      follows: Paragraph.Follows = .freely
    ) {
      precondition(rows.allSatisfy { $0.count == widths.count }, "a row has a cell a column")
      precondition(head.count == widths.count || head.isEmpty, "a head has a cell a column")
      self.widths = widths
      self.head = head
      self.rows = rows
      self.before = before
      self.after = after
      self.follows = follows
    }
  }

  /// Paragraphs in a frame. Where it does not fit on what is left of a page it begins on the
  /// next one; where it fits on no page it breaks between lines, framed on each.
  package struct Box: Equatable, Sendable {
    package var lines: [Paragraph]
    package var before: Double
    package var after: Double
    package var follows: Paragraph.Follows

    package init(
      lines: [Paragraph], before: Double = 0, after: Double = 0,
      follows: Paragraph.Follows = .freely
    ) {
      self.lines = lines
      self.before = before
      self.after = after
      self.follows = follows
    }
  }

  /// Columns side by side: the code, then who signs.
  package struct Foot: Equatable, Sendable {
    package var columns: [Column]
    package var before: Double

    package struct Column: Equatable, Sendable {
      /// Part of the width; the parts are scaled to a sum of one.
      package var part: Double
      /// Above the lines.
      package var code: Code?
      package var lines: [Paragraph]

      package init(part: Double, code: Code? = nil, lines: [Paragraph]) {
        self.part = part
        self.code = code
        self.lines = lines
      }
    }

    package init(columns: [Column], before: Double = 14) {
      self.columns = columns
      self.before = before
    }
  }

  package struct Code: Equatable, Sendable {
    package var modules: QRModules
    /// Length of a side without the quiet zone.
    package var side: Double
    /// Read aloud in place of the drawing.
    package var alternative: String

    package init(modules: QRModules, side: Double, alternative: String) {
      self.modules = modules
      self.side = side
      self.alternative = alternative
    }
  }

  package struct Rule: Equatable, Sendable {
    /// Part of the width, between 0 and 1, in the middle.
    package var width: Double
    package var before: Double
    package var after: Double

    package init(width: Double = 1, before: Double = 4, after: Double = 4) {
      self.width = width
      self.before = before
      self.after = after
    }
  }
}
