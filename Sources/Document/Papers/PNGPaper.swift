import Foundation
import Vocabulary

/// A PNG (ISO/IEC 15948): the signature, then chunks, each with its checksum, up to `IEND`.
struct PNGPaper {
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  private let paper: PaperBytes

  init(_ paper: PaperBytes) {
    self.paper = paper
  }

  func inspect() throws(PaperRefusal) -> InspectedPaper {
    var place = PNGPaper.signature.count
    var pixels: InspectedPaper.Pixels?
    var hasPicture = false
    while true {
      guard let length = paper.number32(at: place), let checksum = checksum(at: place, length)
      else { throw .truncated }
      let content = place + 8
      guard checksum == Deflate.checksum(of: paper.part(place + 4..<content + length)) else {
        throw .damaged
      }
      if pixels == nil {
        guard paper.has("IHDR", at: place + 4), length == 13 else { throw .damaged }
        pixels = try size(at: content)
      } else if paper.has("IDAT", at: place + 4) {
        hasPicture = true
      } else if paper.has("acTL", at: place + 4) || paper.has("IHDR", at: place + 4) {
        // More than one picture: what is shown would not be all there is.
        throw .damaged
      }
      place = content + length + 4
      if paper.has("IEND", at: content - 4) { break }
    }
    guard hasPicture, let pixels else { throw .damaged }
    guard place == paper.count else { throw .polyglot }
    return InspectedPaper(format: .png, pages: nil, pixels: pixels)
  }

  /// The number behind a chunk's content; nil where the file ends before.
  private func checksum(at place: Int, _ length: Int) -> UInt32? {
    guard length <= paper.count else { return nil }
    return paper.number32(at: place + 8 + length).map { UInt32($0) }
  }

  private func size(at place: Int) throws(PaperRefusal) -> InspectedPaper.Pixels {
    guard let width = paper.number32(at: place), let height = paper.number32(at: place + 4) else {
      throw .truncated
    }
    return try InspectedPaper.Pixels(checking: width, height)
  }
}

extension InspectedPaper.Pixels {
  init(checking width: Int, _ height: Int) throws(PaperRefusal) {
    guard width > 0, height > 0 else { throw .damaged }
    guard width <= PaperBounds.pictureSide, height <= PaperBounds.pictureSide,
      width * height <= PaperBounds.picturePixels
    else { throw .pictureTooLarge }
    self.init(width: width, height: height)
  }
}
