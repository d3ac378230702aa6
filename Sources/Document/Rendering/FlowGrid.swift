import Issuance

/// Tables and boxes.
extension PageFlow {
  /// - Parameter next: the height that must stay free under the last row.
  mutating func place(_ grid: SetGrid, next: Double) {
    skip(grid.before)
    let table =
      switch grid.kind {
      case .table: element(.table)
      case .box: element(.division)
      }
    place(head: grid, in: table)
    for (index, row) in grid.rows.enumerated() {
      place(row, of: grid, in: table, next: index == grid.rows.count - 1 ? next : 0)
    }
    top += grid.after
  }

  /// The head in its first place is read; repeated on later pages it is not.
  private mutating func place(head grid: SetGrid, in table: Int?) {
    guard !grid.head.isEmpty else { return }
    let row = table.map { element(.row, in: $0) }
    let heads = grid.head.map { _ in row.map { element(.columnHead, in: $0) } }
    _ = place(
      lines: grid.head.map { LinesToPlace($0) }, of: grid, height: grid.height(of: grid.head),
      as: heads)
  }

  private mutating func place(
    _ row: [SetCell], of grid: SetGrid, in table: Int, next: Double
  ) {
    let headHeight = grid.head.isEmpty ? 0 : grid.height(of: grid.head)
    let height = grid.height(of: row)
    // A row that fits on no page breaks; what follows it then fits or goes alone.
    let together = height + headHeight + next <= pageHeight ? height + next : height
    let isHigh = together > room + 0.01
    if isHigh, height + headHeight <= pageHeight, top > sheet.margins.top + headHeight {
      newPage()
      place(head: grid, in: nil)
    }
    let owners: [Int?]
    switch grid.kind {
    case .table:
      let element = element(.row, in: table)
      owners = row.map { _ in self.element(.cell, in: element) }
    case .box: owners = row.map { _ in table }
    }
    var rest = row.map { LinesToPlace($0) }
    while true {
      let needed = (rest.map(\.height).max() ?? 0) + 2 * grid.padding.down
      rest = place(lines: rest, of: grid, height: min(needed, room), as: owners)
      guard rest.contains(where: { !$0.isEmpty }) else { return }
      newPage()
      place(head: grid, in: nil)
    }
  }

  /// Draws of each cell what fits into `height`, with the borders; returns what is left over.
  private mutating func place(
    lines cells: [LinesToPlace], of grid: SetGrid, height: Double, as owners: [Int?]
  ) -> [LinesToPlace] {
    var rest: [LinesToPlace] = []
    var used = 0.0
    for (index, cell) in cells.enumerated() {
      let edge = left + grid.edges[index] + grid.padding.across
      let width = grid.edges[index + 1] - grid.edges[index] - 2 * grid.padding.across
      let parted = cell.part(at: height - 2 * grid.padding.down)
      for piece in parted.fitting {
        let owner = pieceOwner(owners[index], piece, grid.kind)
        text(
          piece.paragraph, lines: piece.lines, left: edge,
          top: top + grid.padding.down + piece.top, width: width, as: owner)
      }
      used = max(used, parted.height)
      rest.append(parted.rest)
    }
    borders(of: grid, height: used + 2 * grid.padding.down)
    top += used + 2 * grid.padding.down
    return rest
  }

  /// In a box each paragraph is an element; in a table the cell is.
  // Not inlined: Swift 6.3.1 crashes when it optimises `place` with this and `part` inside.
  @inline(never)
  private mutating func pieceOwner(
    _ owner: Int?, _ piece: LinesToPlace.Piece, _ kind: SetGrid.Kind
  ) -> Int? {
    switch kind {
    case .table: owner
    case .box: owner.map { element(piece.paragraph.role, in: $0) }
    }
  }

  private mutating func borders(of grid: SetGrid, height: Double) {
    let (left, top) = (self.left, self.top)
    let right = left + (grid.edges.last ?? 0)
    draw(as: nil) { page in
      page.line(from: (left, top), to: (right, top), width: 0.5)
      page.line(from: (left, top + height), to: (right, top + height), width: 0.5)
      for edge in grid.edges {
        page.line(from: (left + edge, top), to: (left + edge, top + height), width: 0.5)
      }
    }
  }
}

/// The lines of a cell that are not yet on a page.
struct LinesToPlace {
  private var pieces: [Piece]

  struct Piece {
    let paragraph: SetParagraph
    var lines: Range<Int>
    /// From the top of the cell.
    var top: Double
  }

  init(_ cell: SetCell) {
    var top = 0.0
    pieces = []
    for paragraph in cell.paragraphs {
      top += paragraph.style.before
      pieces.append(Piece(paragraph: paragraph, lines: 0..<paragraph.lines.count, top: top))
      top += paragraph.height + paragraph.style.after
    }
  }

  var isEmpty: Bool { pieces.isEmpty }
  var height: Double { pieces.last?.bottom ?? 0 }

  /// What fits into `height`, and the rest moved up to the top of the next page. The first line
  /// always fits, so that every page makes progress.
  // Not inlined: see `pieceOwner`.
  @inline(never)
  func part(at height: Double) -> (fitting: [Piece], height: Double, rest: LinesToPlace) {
    var fitting: [Piece] = []
    var rest: [Piece] = []
    for piece in pieces {
      guard rest.isEmpty else {
        rest.append(piece)
        continue
      }
      var count = Int((height - piece.top + 0.01) / piece.paragraph.leading)
      count = max(fitting.isEmpty ? 1 : 0, min(count, piece.lines.count))
      let (now, later) = piece.split(after: count)
      if let now { fitting.append(now) }
      if let later { rest.append(later) }
    }
    let shift = rest.first?.top ?? 0
    let used = fitting.last?.bottom ?? 0
    let moved = rest.map { Piece(paragraph: $0.paragraph, lines: $0.lines, top: $0.top - shift) }
    return (fitting, used, LinesToPlace(pieces: moved))
  }

  private init(pieces: [Piece]) { self.pieces = pieces }
}

extension LinesToPlace.Piece {
  var bottom: Double {
    top + Double(lines.count) * paragraph.leading
      + (lines.upperBound == paragraph.lines.count ? paragraph.style.after : 0)
  }

  fileprivate func split(after count: Int) -> (Self?, Self?) {
    let middle = lines.lowerBound + count
    let now = Self(paragraph: paragraph, lines: lines.lowerBound..<middle, top: top)
    let later = Self(
      paragraph: paragraph, lines: middle..<lines.upperBound,
      top: top + Double(count) * paragraph.leading)
    return (now.lines.isEmpty ? nil : now, later.lines.isEmpty ? nil : later)
  }
}
