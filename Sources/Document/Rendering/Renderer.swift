import Crypto
package import Issuance
package import Vocabulary

/// Turns sheets into PDF files that are valid PDF/A-1b (ISO 19005-1) and tagged, from the first
/// byte: signatures need to append only themselves.
///
/// The same sheet at the same moment gives the same bytes, on every thread and in every process
/// with the same fonts and zlib. Any number of threads may render with one renderer.
package struct Renderer: Sendable {
  private let shelf: FontShelf

  /// Finds Debian's fonts and prepares them, once in the life of the process: about a tenth of a
  /// second at the first call.
  ///
  /// - Throws: `Fault` naming the Debian package if a font is missing.
  package init() throws(Fault) {
    shelf = try FontShelf.debian.get()
  }

  /// With fonts from another folder; each such renderer prepares its own.
  package init(fontsIn folder: String) throws(Fault) {
    shelf = try FontShelf(folder: folder)
  }

  /// The sheet as a PDF file.
  ///
  /// - Parameter at: the moment that the file states as its creation.
  /// - Throws: `Fault` naming the code point if the font has no letter for one.
  package func render(_ sheet: Sheet, at: Instant) throws(Fault) -> [UInt8] {
    var typesetter = try Typesetter(shelf)
    let width = Sheet.pageSize.width - sheet.margins.left - sheet.margins.right
    var blocks: [SetBlock] = []
    blocks.reserveCapacity(sheet.blocks.count)
    for block in sheet.blocks { blocks.append(try typesetter.set(block, width: width)) }
    let stamp = try PageStamp(sheet, &typesetter)
    let footer = try PageFooter(sheet, width: width, &typesetter)

    let isUsual = typesetter.unusualGlyphs.allSatisfy(\.isEmpty)
    var embedded: [EmbeddedFont] = []
    for (face, glyphs) in zip(shelf.faces, typesetter.unusualGlyphs) {
      embedded.append(try face.embedding(also: glyphs))
    }
    var flow = PageFlow(sheet, drawnFonts(embedded))
    flow.place(blocks)
    try footer?.draw(on: &flow, &typesetter)
    let pages = flow.pages.map { stamp?.under($0, flow.fonts) ?? $0 }

    var writer = isUsual ? shelf.beginning : try PDFWriter.beginning(with: embedded)
    // One allocation: drawing operators shrink by more than what stands around them adds.
    writer.reserve(
      pages.reduce(writer.bytes.count + 8192) { $0 + $1.operators.count }
        + flow.tree.elements.count * 128)
    try writer.finish(pages, flow.tree, Metadata(sheet, at: at), from: writer.bytes.count)
    return writer.bytes
  }

  private func drawnFonts(_ embedded: [EmbeddedFont]) -> [DrawnFont] {
    zip(embedded, shelf.faces).map { font, face in
      DrawnFont(
        numbers: font.numbers, advances: face.advances, unitsPerEm: face.file.unitsPerEm)
    }
  }
}

extension PDFWriter {
  /// Everything after the fonts. What is written from `start` on is what differs between
  /// documents, and names the file.
  fileprivate mutating func finish(
    _ pages: [PageContent], _ tree: StructureTree, _ metadata: Metadata, from start: Int
  ) throws(Fault) {
    let resources = object { out in
      out.append(ascii: "<< /ProcSet [/PDF /Text] /Font <<")
      for face in TextRun.Face.allCases {
        out.append(text: " /F\(face.rawValue) \(Beginning.font(face.rawValue)) 0 R")
      }
      out.append(ascii: " >> >>")
    }
    let parent = newNumber()
    var numbers: [Int] = []
    for (index, page) in pages.enumerated() {
      let content = stream(
        "/Filter /FlateDecode", try Deflate.compress(page.operators, .fast))
      numbers.append(
        object { out in
          out.append(
            text: "<< /Type /Page /Parent \(parent) 0 R "
              + "/MediaBox [0 0 \(Sheet.pageSize.width) \(Sheet.pageSize.height)] "
              + "/Resources \(resources) 0 R /Contents \(content) 0 R /StructParents \(index) >>")
        })
    }
    object(parent) { out in
      out.append(ascii: "<< /Type /Pages /Kids [")
      for number in numbers {
        out.append(reference: number)
        out.append(0x20)
      }
      out.append(text: "] /Count \(numbers.count) >>")
    }
    let structure = write(tree, pages: numbers)
    let packet = stream("/Type /Metadata /Subtype /XML", metadata.packet())
    let information = object { metadata.information(&$0) }
    let catalog = object { out in
      out.append(
        text: "<< /Type /Catalog /Version /1.4 /Pages \(parent) 0 R /Metadata \(packet) 0 R "
          + "/Lang (\(metadata.language)) /MarkInfo << /Marked true >> "
          + "/StructTreeRoot \(structure) 0 R /ViewerPreferences << /DisplayDocTitle true >> "
          + "/OutputIntents [<< /Type /OutputIntent /S /GTS_PDFA1 "
          + "/OutputConditionIdentifier (sRGB) /RegistryName (http://www.color.org) "
          + "/Info (sRGB IEC61966-2.1) /DestOutputProfile \(Beginning.profile) 0 R >>] >>")
    }
    let identifier = Array(SHA256.hash(data: bytes[start...]).prefix(16))
    finish(root: catalog, info: information, identifier: identifier)
  }
}
