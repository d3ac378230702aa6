import Vocabulary

/// A JPEG (ITU-T T.81): segments, the picture's data between them, up to its end mark.
///
/// Phones put small pictures behind the large one (CIPA DC-007, Ultra HDR): further JPEGs may
/// follow, and nothing else.
struct JPEGPaper {
  static let signature: [UInt8] = [0xFF, 0xD8, 0xFF]
  private let paper: PaperBytes

  init(_ paper: PaperBytes) {
    self.paper = paper
  }

  func inspect() throws(PaperRefusal) -> InspectedPaper {
    var pixels: InspectedPaper.Pixels?
    var place = 0
    while place < paper.count {
      guard paper[place] == 0xFF, paper[place + 1] == 0xD8 else {
        // Some cameras fill up with zeros.
        guard let first = pixels, isZero(from: place) else { throw .polyglot }
        return InspectedPaper(format: .jpeg, pages: nil, pixels: first)
      }
      let found = try picture(from: place + 2)
      pixels = pixels ?? found.pixels
      place = found.end
    }
    guard let pixels else { throw .damaged }
    return InspectedPaper(format: .jpeg, pages: nil, pixels: pixels)
  }

  private func isZero(from place: Int) -> Bool {
    paper.part(place..<paper.count).allSatisfy { $0 == 0 }
  }

  /// One picture behind its start mark.
  private func picture(
    from start: Int
  ) throws(PaperRefusal) -> (pixels: InspectedPaper.Pixels, end: Int) {
    var place = start
    var pixels: InspectedPaper.Pixels?
    var hasScan = false
    while true {
      guard paper[place] == 0xFF else { throw paper[place] == nil ? .truncated : .damaged }
      while paper[place + 1] == 0xFF { place += 1 }
      guard let mark = paper[place + 1] else { throw .truncated }
      place += 2
      switch mark {
      case 0xD9:
        guard let pixels, hasScan else { throw .damaged }
        return (pixels, place)
      case 0x01, 0xD0...0xD7:
        continue
      case 0x00, 0xD8:
        throw .damaged
      case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
        guard pixels == nil else { throw .damaged }
        pixels = try size(at: place)
        place = try end(of: place)
      case 0xDA:
        guard pixels != nil else { throw .damaged }
        hasScan = true
        place = try endOfScan(from: try end(of: place))
      default:
        place = try end(of: place)
      }
    }
  }

  /// Behind a segment whose length stands at `place`.
  private func end(of place: Int) throws(PaperRefusal) -> Int {
    guard let length = paper.number16(at: place) else { throw .truncated }
    guard length >= 2 else { throw .damaged }
    guard place + length <= paper.count else { throw .truncated }
    return place + length
  }

  private func size(at place: Int) throws(PaperRefusal) -> InspectedPaper.Pixels {
    guard let height = paper.number16(at: place + 3), let width = paper.number16(at: place + 5)
    else { throw .truncated }
    return try InspectedPaper.Pixels(checking: width, height)
  }

  /// Over the coded data to the next mark: `FF 00` is a data byte, `FF D0`…`D7` are restarts.
  private func endOfScan(from start: Int) throws(PaperRefusal) -> Int {
    var place = start
    while let found = paper.find(0xFF, from: place) {
      guard let next = paper[found + 1] else { throw .truncated }
      switch next {
      case 0x00, 0xD0...0xD7: place = found + 2
      case 0xFF: place = found + 1
      default: return found
      }
    }
    throw .truncated
  }
}
