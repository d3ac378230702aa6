import Issuance
import Vocabulary

/// What stands on every page beside its text.
struct PageFooter {
  private let footer: Sheet.Footer
  private let width: Double

  /// Nil where the sheet has none.
  init?(_ sheet: Sheet, width: Double, _ typesetter: inout Typesetter) throws(Fault) {
    guard let footer = sheet.footer else { return nil }
    self.footer = footer
    self.width = width
    // Set once before the fonts are chosen, so that they have its letters.
    _ = try typesetter.set(line(page: 1, of: 1), width: width)
  }

  private func line(page: Int, of count: Int) -> Paragraph {
    let place = "\(footer.pageWord) \(page)/\(count)"
    let text = footer.text.isEmpty ? place : "\(footer.text) · \(place)"
    return Paragraph(text, size: 9.5, alignment: .centre)
  }

  /// Once the number of pages is known.
  func draw(on flow: inout PageFlow, _ typesetter: inout Typesetter) throws(Fault) {
    let fonts = flow.fonts
    let left = flow.left
    let top = flow.bottom + 14
    for index in flow.pages.indices {
      let set = try typesetter.set(line(page: index + 1, of: flow.pages.count), width: width)
      flow.draw(onPage: index) { page in
        page.begin(.artifact)
        page.beginText()
        for (row, line) in set.lines.enumerated() {
          page.move(
            to: left + (width - line.width) / 2,
            top + set.ascent + Double(row) * set.leading)
          page.show(set, line: line, stretch: 0, fonts)
        }
        page.endText()
        page.end()
      }
    }
  }
}

/// Large slanted words under the text. Grey on white needs no transparency, which PDF/A-1 forbids.
struct PageStamp {
  private let text: SetParagraph

  /// Nil where the sheet has none.
  init?(_ sheet: Sheet, _ typesetter: inout Typesetter) throws(Fault) {
    guard let words = sheet.stamp else { return nil }
    let trial = try typesetter.set(Paragraph(words, .bold, size: 100), width: 10_000)
    // Four fifths of the page's diagonal.
    let diagonal =
      (Sheet.pageSize.width * Sheet.pageSize.width
      + Sheet.pageSize.height * Sheet.pageSize.height).squareRoot()
    let size = min(130, 100 * 0.8 * diagonal / max(trial.natural, 1))
    text = try typesetter.set(Paragraph(words, .bold, size: size), width: 10_000)
  }

  /// The page with the stamp drawn first.
  func under(_ page: PageContent, _ fonts: [DrawnFont]) -> PageContent {
    guard let line = text.lines.first else { return page }
    var stamped = PageContent()
    stamped.begin(.artifact)
    stamped.beginStamp(text.scalars, grey: 0.9)
    stamped.beginText()
    let (cosine, sine) = (0.5736, 0.8192)  // 55°, the diagonal of A4
    let half = line.width / 2
    let drop = text.style.size * 0.33
    stamped.move(
      to: Sheet.pageSize.width / 2 - half * cosine + drop * sine,
      Sheet.pageSize.height / 2 + half * sine + drop * cosine, cosine: cosine, sine: sine)
    stamped.show(text, line: line, stretch: 0, fonts)
    stamped.endText()
    stamped.endStamp()
    stamped.end()
    stamped.append(page)
    return stamped
  }
}
