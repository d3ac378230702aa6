import Issuance
import Vocabulary

/// The three faces of the document font, read and cut down once in the life of the process.
///
/// Tinos has every Vietnamese letter and the metrics of the Times New Roman that Decree
/// 30/2020/NĐ-CP asks for. Cutting it down takes longer than all the rest of a document together,
/// so that all documents embed the same subset, which holds what Vietnamese and European names
/// and offices need; a document that needs more gets a subset of its own.
final class FontShelf: Sendable {
  let faces: [FaceShelf]
  /// The file's head with the fonts and the colour profile, the same for almost all documents.
  let beginning: PDFWriter

  init(folder: String) throws(Fault) {
    var faces: [FaceShelf] = []
    for face in TextRun.Face.allCases { faces.append(try FaceShelf(face, folder: folder)) }
    self.faces = faces
    self.beginning = try PDFWriter.beginning(with: faces.map(\.embedded))
  }

  static let debianFolder = "/usr/share/fonts/truetype/croscore"

  /// Made at the first use; a fault stays a fault until the process starts anew.
  static let debian = Result { () throws(Fault) -> FontShelf in
    try FontShelf(folder: debianFolder)
  }
}

/// One face: the whole font for setting text, its usual subset for embedding.
final class FaceShelf: Sendable {
  let file: FontFile
  let letters: FaceLetters
  /// In font units, by glyph number.
  let advances: [Int32]
  let embedded: EmbeddedFont
  private let usual: Set<UInt32>

  init(_ face: TextRun.Face, folder: String) throws(Fault) {
    file = try FontFile(face, in: folder)
    letters = FaceLetters(of: file)
    advances = letters.glyphs.map(file.advance(of:))
    usual = Set(usualLetters.compactMap(file.glyph(of:)))
    embedded = try EmbeddedFont(file, letters, glyphs: usual)
  }

  /// The usual subset with these glyphs besides.
  func embedding(also glyphs: Set<UInt32>) throws(Fault) -> EmbeddedFont {
    glyphs.isEmpty ? embedded : try EmbeddedFont(file, letters, glyphs: usual.union(glyphs))
  }
}

/// What each glyph of a face stands for, so that text can be copied out of a document.
struct FaceLetters: Sendable {
  /// By glyph number; 0 where no code point has the glyph for its own.
  private let codePoints: [UInt32]

  /// Where two code points share a glyph the lower is taken: a space rather than a no-break
  /// space, a hyphen rather than a soft one.
  init(of file: FontFile) {
    var codePoints = [UInt32](repeating: 0, count: file.glyphCount)
    for codePoint in file.codePoints() {
      guard let glyph = file.glyph(of: codePoint), codePoints[Int(glyph)] == 0 else { continue }
      codePoints[Int(glyph)] = codePoint
    }
    self.codePoints = codePoints
  }

  var glyphs: Range<UInt32> { 0..<UInt32(codePoints.count) }

  func codePoint(of glyph: UInt32) -> UInt32 { codePoints[Int(glyph)] }
}

/// ASCII, Latin-1, Latin Extended-A, the letters that Vietnamese alone has, the marks that it
/// stacks, and the punctuation and signs of offices. What the font lacks of them is left out.
private let usualLetters: [UInt32] =
  Array(0x20...0x7E) + Array(0xA0...0x17F) + [
    0x1A0, 0x1A1, 0x1AF, 0x1B0, 0x218, 0x219, 0x21A, 0x21B,
  ]
  + [0x300, 0x301, 0x303, 0x309, 0x323] + Array(0x1EA0...0x1EF9) + Array(0x2010...0x2015)
  + Array(0x2018...0x201E) + [0x2020, 0x2021, 0x2022, 0x2026, 0x2030, 0x2032, 0x2033]
  + [0x2039, 0x203A, 0x20AB, 0x20AC, 0x2116, 0x2122, 0x2212, 0x2260, 0x2264, 0x2265]
