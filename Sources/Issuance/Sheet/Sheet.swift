/// The words and the layout of one document, before anybody knows where a line breaks.
///
/// A sheet is a value: equal sheets give equal PDF bytes. Lengths are points (1/72 inch).
package struct Sheet: Equatable, Sendable {
  /// The document's title in its properties. It is shown by readers, so it names no person.
  package var title: String
  /// One sentence on what the document is; no personal data either.
  package var subject: String
  /// Who speaks in the document: the issuing agency.
  package var author: String
  /// BCP 47, such as `vi-VN`.
  package var language: String
  package var margins: Margins
  package var blocks: [Block]
  package var footer: Footer?
  /// Large, light and slanted under the text of every page, such as `BẢN MẪU`.
  package var stamp: String?

  package init(
    title: String, subject: String, author: String, language: String = "vi-VN",
    margins: Margins = .administrative, blocks: [Block], footer: Footer? = nil,
    stamp: String? = nil
  ) {
    self.title = title
    self.subject = subject
    self.author = author
    self.language = language
    self.margins = margins
    self.blocks = blocks
    self.footer = footer
    self.stamp = stamp
  }

  /// A4 upright, ISO 216.
  package static let pageSize = (width: 595.28, height: 841.89)

  package struct Margins: Equatable, Sendable {
    package var top: Double
    package var bottom: Double
    package var left: Double
    package var right: Double

    package init(top: Double, bottom: Double, left: Double, right: Double) {
      self.top = top
      self.bottom = bottom
      self.left = left
      self.right = right
    }

    /// Decree 30/2020/NĐ-CP, Annex I, Part I: top and bottom 20 to 25 mm, left 30 to 35 mm,
    /// right 15 to 20 mm. The smallest of each, because tables need the width.
    package static let administrative = Margins(
      top: 20 * millimetre, bottom: 20 * millimetre, left: 30 * millimetre,
      right: 15 * millimetre)
  }

  package static let millimetre = 72 / 25.4

  /// At the foot of every page: `text · Trang 1/2`.
  package struct Footer: Equatable, Sendable {
    package var text: String
    /// The word before the page's number.
    package var pageWord: String

    package init(text: String, pageWord: String = "Trang") {
      self.text = text
      self.pageWord = pageWord
    }
  }
}
