package import Vocabulary

/// Where one may apply: by the place of residence, or anywhere in the country.
package struct CompetencePolicy: Hashable, Sendable, Codable {
  package let place: Reach
  package let citation: Citation

  package enum Reach: String, Hashable, Sendable, Codable, CaseIterable {
    case residence, anywhere
  }

  package init(place: Reach, citation: Citation) {
    self.place = place
    self.citation = citation
  }
}

/// Who issues: one provincial agency, or the national centre.
package enum CompetentAgency: Hashable, Sendable {
  case province(PlaceKey)
  case nationalCentre
}
