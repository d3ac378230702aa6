import Foundation
package import Vocabulary

/// The invented people whom the neighbours know (`Resources/cast.json`).
package struct Cast: Sendable {
  package let members: [CastMember]
  private let places: [String: Int]

  package init(members: [CastMember]) {
    self.members = members
    self.places = Dictionary(
      members.enumerated().map { ($1.nationalID.digits, $0) }, uniquingKeysWith: { one, _ in one })
  }

  /// The cast that the program brings with it.
  package static func read() throws(Fault) -> Cast {
    let doing = "reading the cast of the simulated neighbours"
    guard
      let url = Bundle.module.url(
        forResource: "cast", withExtension: "json", subdirectory: "Resources")
    else { throw Fault(doing, cause: "Resources/cast.json is missing beside the program") }
    do {
      return Cast(members: try JSONDecoder().decode([CastMember].self, from: Data(contentsOf: url)))
    } catch {
      throw Fault(doing, cause: "Resources/cast.json: \(error)")
    }
  }

  package func member(_ nationalID: String) -> CastMember? {
    places[nationalID].map { members[$0] }
  }

  /// The register's rule: number, name and day of birth must agree; capitals do not matter.
  func member(_ nationalID: String, name: String, birthDate: String) -> CastMember? {
    guard let member = member(nationalID), member.birthDate.iso == birthDate else { return nil }
    return member.name.lowercased() == name.inNFC.lowercased() ? member : nil
  }
}

/// One invented person, and how each neighbour behaves about him or her.
package struct CastMember: Codable, Sendable {
  package let nationalID: NationalID
  package let name: String
  package let sex: Sex
  package let birthDate: BirthDate
  package let birthPlace: String
  /// ISO 3166-1 alpha-2.
  package let nationality: String
  package let ethnicity: String?
  package let permanentResidence: String?
  package let currentResidence: String?
  package let father: Relative?
  package let mother: Relative?
  package let spouse: Relative?
  package let oldNumbers: [String]
  /// Level of the e-ID account: 1 or 2.
  package let level: Int
  package let email: String?
  package let story: Story
  /// How the population register behaves about this person; absent means `ok`.
  package let population: Manner?
  package let recordsCentre: AgencyScript?
  package let police: AgencyScript?
  /// What courts, enforcement offices and communes know of this person's judgments; whatever is
  /// not in here they cannot tell.
  package let facts: [FactScript]?

  package struct Relative: Codable, Sendable {
    package let name: String
    package let nationalID: NationalID?

    package init(name: String) {
      self.name = name
      self.nationalID = nil
    }
  }

  /// A Vietnamese without spouse or story, about whom every neighbour behaves and knows nothing
  /// bad.
  package init(
    ordinary nationalID: NationalID, name: String, sex: Sex, birthDate: BirthDate,
    birthPlace: String, residence: String, father: String, mother: String
  ) {
    self.nationalID = nationalID
    self.name = name
    self.sex = sex
    self.birthDate = birthDate
    self.birthPlace = birthPlace
    self.nationality = "VN"
    self.ethnicity = "Kinh"
    self.permanentResidence = residence
    self.currentResidence = nil
    self.father = Relative(name: father)
    self.mother = Relative(name: mother)
    self.spouse = nil
    self.oldNumbers = []
    self.level = 2
    self.email = nil
    self.story = Story(vi: "", en: "")
    self.population = nil
    self.recordsCentre = nil
    self.police = nil
    self.facts = nil
  }

  package struct Story: Codable, Sendable {
    package let vi: String
    package let en: String
  }
}

/// How the holder of one fact treats a question about it.
package struct FactScript: Codable, Sendable {
  package let judgmentNumber: String
  package let part: String
  package let mode: Manner?
  /// A day, `no`, `unknown`, a class or a form of fault.
  package let value: String?
  package let note: String?
}

/// How a body treats an inquiry about a person. Without an answer, it has searched and found none.
package struct AgencyScript: Codable, Sendable {
  package let mode: Manner?
  package let answer: Answer?

  package struct Answer: Codable, Sendable {
    package let outcome: String
    package let reason: String?
    package let summary: String?
    package let entries: [[String: String]]?
    package let bans: [[String: String]]?
  }
}
