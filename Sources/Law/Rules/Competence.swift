package import Vocabulary

/// Which agency issues a person's certificate.
///
/// Law 28/2009/QH12, Article 44.1: the national centre, where the place of permanent or temporary
/// residence of a citizen cannot be determined, and for foreigners who have resided in Vietnam.
/// Article 44.2: the provincial agency, for citizens who reside in the country or abroad and for
/// foreigners who reside in it. Article 45.2: the place of permanent residence, without one that of
/// temporary residence; who lives abroad, the place of residence before leaving.
package enum Competence: Rule {
  package static let summary =
    "Permanent residence, else temporary; abroad, the last residence before leaving; a foreigner "
    + "who left and a person without any residence go to the national centre."
  package static let citations = [
    Citation("Luật 28/2009/QH12", "Điều 44"), Citation("Luật 28/2009/QH12", "Điều 45 khoản 2"),
  ]
  package static let inForce = Period(from: Regime.law2009)
  package static let confidence = Confidence.sure
  package static let interpretations = [
    "A citizen abroad whose last residence in the country is not known goes to the national "
      + "centre: no residence can be determined.",
    "Where the rules of the day let one apply anywhere, the agency of residence is still named, so "
      + "that the person can choose it; no application is then forwarded.",
    "Until 2025-02-28 the provincial agency is the department of justice, since then the "
      + "provincial police; the national centre passed to the Records Department of the Ministry "
      + "of Public Security.",
  ]

  /// Where a person lives, as far as it concerns competence. Provinces are those of one map.
  package struct Residence: Equatable, Sendable {
    package var nationality: Nationality
    package var country: Country
    package var permanent: PlaceKey?
    package var temporary: PlaceKey?
    /// The last residence in the country of who has left it.
    package var beforeLeaving: PlaceKey?

    package enum Nationality: String, Sendable, CaseIterable { case vietnamese, foreign }
    package enum Country: String, Sendable, CaseIterable { case inVietnam, abroad }

    package init(
      nationality: Nationality, country: Country, permanent: PlaceKey?, temporary: PlaceKey?,
      beforeLeaving: PlaceKey? = nil
    ) {
      self.nationality = nationality
      self.country = country
      self.permanent = permanent
      self.temporary = temporary
      self.beforeLeaving = beforeLeaving
    }
  }

  /// Which agency, by which fact.
  package struct Finding: Equatable, Sendable {
    package let agency: CompetentAgency
    package let reason: Reason
    package let citation: Citation
  }

  package enum Reason: String, Sendable, Codable, CaseIterable {
    case permanentResidence, temporaryResidence, residenceBeforeLeaving
    case foreignerLeft, noResidence
  }

  package static func find(_ residence: Residence) -> Finding {
    let local = Citation("Luật 28/2009/QH12", "Điều 44 khoản 2; Điều 45 khoản 2")
    let central = Citation("Luật 28/2009/QH12", "Điều 44 khoản 1")
    func province(_ key: PlaceKey, _ reason: Reason) -> Finding {
      Finding(agency: .province(key), reason: reason, citation: local)
    }
    switch (residence.country, residence.nationality) {
    case (.abroad, .foreign):
      return Finding(agency: .nationalCentre, reason: .foreignerLeft, citation: central)
    case (.abroad, .vietnamese):
      if let key = residence.beforeLeaving ?? residence.permanent {
        return province(key, .residenceBeforeLeaving)
      }
    case (.inVietnam, _):
      if let key = residence.permanent { return province(key, .permanentResidence) }
      if let key = residence.temporary { return province(key, .temporaryResidence) }
    }
    return Finding(agency: .nationalCentre, reason: .noResidence, citation: central)
  }

  /// Whether an agency is the right one for a person.
  package enum Standing: Equatable, Sendable {
    case competent
    /// The rules of the day let one apply anywhere.
    case anywhere(Citation)
    /// Another is: the application is forwarded with its file, never sent away.
    case another(Finding)
  }

  /// - Parameter agency: what the agency is: the province it serves, or the national centre.
  package static func standing(
    of agency: CompetentAgency, for residence: Residence, policy: CompetencePolicy
  ) -> Standing {
    let finding = find(residence)
    if finding.agency == agency { return .competent }
    switch policy.place {
    case .anywhere: return .anywhere(policy.citation)
    case .residence: return .another(finding)
    }
  }
}
