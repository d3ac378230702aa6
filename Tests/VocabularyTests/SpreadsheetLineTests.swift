import Testing
import Vocabulary

@Suite("A line for a spreadsheet")
struct SpreadsheetLineTests {
  @Test(arguments: ["=1+1", "+84", "-2", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0"])
  func `a cell that would be a formula stays text`(cell: String) {
    #expect(SpreadsheetLine([cell]).text.hasPrefix("\"'"))
  }

  @Test func `quotes and line ends stay inside their cell`() {
    #expect(
      SpreadsheetLine(["a\"b", "c\r\nd", "Ước"]).text == "\"a\"\"b\",\"c\r\nd\",\"Ước\"\r\n")
  }
}
