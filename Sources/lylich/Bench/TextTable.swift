/// Rows under headings, in columns: the first to the left, the others to the right.
struct TextTable {
  private var rows: [[String]]

  init(_ headings: [String]) {
    rows = [headings]
  }

  mutating func add(_ row: [String]) { rows.append(row) }

  var lines: [String] {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      row.enumerated().map { column, text in
        let space = String(repeating: " ", count: widths[column] - text.count)
        return column == 0 ? text + space : space + text
      }.joined(separator: "  ")
    }
  }
}

/// A number with one digit after the point, and none from a hundred on.
func figure(_ value: Double) -> String {
  if value >= 100 { return "\(Int(value.rounded()))" }
  let tenths = Int((value * 10).rounded())
  return "\(tenths / 10).\(tenths % 10)"
}

/// `12.3×`; a dash where there is nothing to compare with.
func ratio(_ ours: Double, _ theirs: Double) -> String {
  theirs > 0 ? figure(ours / theirs) + "×" : "–"
}
