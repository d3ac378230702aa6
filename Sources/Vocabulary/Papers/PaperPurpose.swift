/// What a paper that a person attaches is to show.
package enum PaperPurpose: String, Hashable, Sendable, Codable, CaseIterable {
  /// That the person belongs to the fee group that was chosen.
  case feeGroup
  /// That one may apply for somebody else.
  case authorisation
  /// That one is the parent, spouse, child or guardian.
  case familyLink
  /// That what a register says of the person is wrong.
  case correction
  case other
}

/// What a paper is, told by its content and never by its name or by what a browser calls it.
package enum PaperFormat: String, Hashable, Sendable, Codable, CaseIterable {
  case pdf, jpeg, png

  package var mediaType: String {
    switch self {
    case .pdf: "application/pdf"
    case .jpeg: "image/jpeg"
    case .png: "image/png"
    }
  }

  /// Without the dot.
  package var fileEnding: String {
    switch self {
    case .pdf: "pdf"
    case .jpeg: "jpg"
    case .png: "png"
    }
  }
}

/// How much may be attached. The desk's own bounds; a phone's photo has 3 to 6 MB.
package enum PaperBounds {
  package static let paperBytes = 10 * 1000 * 1000
  package static let caseBytes = 30 * 1000 * 1000
  package static let papersPerCase = 20
  package static let nameCharacters = 120
  /// A picture of more takes over 200 MB to show: a bomb, or a scan nobody needs.
  package static let picturePixels = 50_000_000
  package static let pictureSide = 16_384
}
