/// Words in one face of the document's font.
package struct TextRun: Equatable, Sendable {
  package var text: String
  package var face: Face

  package init(_ text: String, _ face: Face = .regular) {
    self.text = text
    self.face = face
  }

  package enum Face: Int, Sendable, CaseIterable {
    case regular
    case bold
    case italic
  }
}

/// A paragraph, of one line or many. A line is a paragraph that is short.
package struct Paragraph: Equatable, Sendable {
  package var runs: [TextRun]
  /// In points.
  package var size: Double
  package var alignment: Alignment
  package var role: Role
  /// Space to the left of every line.
  package var indent: Double
  /// Further space to the left of the first line, or of all others where it is negative.
  package var firstLine: Double
  package var before: Double
  package var after: Double
  package var follows: Follows

  package enum Alignment: Sendable {
    case left
    case centre
    case right
    /// Both edges straight; the last line stays as it is.
    case justified
  }

  /// What assistive technology is told.
  package enum Role: Sendable {
    case heading
    case paragraph
  }

  package enum Follows: Sendable {
    /// The next block may begin on another page.
    case freely
    /// The next block begins on the same page.
    case withNext
  }

  package init(
    _ runs: [TextRun], size: Double = 13, alignment: Alignment = .left,
    role: Role = .paragraph, indent: Double = 0, firstLine: Double = 0, before: Double = 0,
    after: Double = 0, follows: Follows = .freely
  ) {
    self.runs = runs
    self.size = size
    self.alignment = alignment
    self.role = role
    self.indent = indent
    self.firstLine = firstLine
    self.before = before
    self.after = after
    self.follows = follows
  }

  package init(
    _ text: String, _ face: TextRun.Face = .regular, size: Double = 13,
    alignment: Alignment = .left, role: Role = .paragraph, before: Double = 0,
    after: Double = 0, follows: Follows = .freely
  ) {
    self.init(
      [TextRun(text, face)], size: size, alignment: alignment, role: role, before: before,
      after: after, follows: follows)
  }
}
