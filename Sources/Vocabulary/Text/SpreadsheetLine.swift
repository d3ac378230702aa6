/// One line of a table that people open in a spreadsheet: comma-separated, quoted, ended by CR LF
/// (RFC 4180). A cell that a spreadsheet would take for a formula begins with an apostrophe, so
/// that what strangers typed stays text.
package struct SpreadsheetLine: Equatable, Sendable {
  package let text: String

  package init(_ cells: [String]) {
    text = cells.map(SpreadsheetLine.cell).joined(separator: ",") + "\r\n"
  }

  /// What a file begins with, so that spreadsheets read it as UTF-8.
  package static let mark = "\u{FEFF}"

  private static let formulaSigns: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "\n"]

  private static func cell(_ text: String) -> String {
    let isFormula = text.unicodeScalars.first.map { formulaSigns.contains($0) } ?? false
    let safe = (isFormula ? "'" : "") + text
    let quoted = safe.unicodeScalars.reduce(into: "") { result, scalar in
      if scalar == "\"" { result += "\"\"" } else { result.unicodeScalars.append(scalar) }
    }
    return "\"\(quoted)\""
  }
}
