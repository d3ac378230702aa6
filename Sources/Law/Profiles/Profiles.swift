package import Vocabulary

/// The agencies the program knows: `Resources/profiles`.
package enum Profiles {
  /// All of them, in order of their ids; read at the first use and kept.
  package static func load() throws(Fault) -> [IssuerProfile] {
    try bundled.get()
  }

  private static let bundled = Result { () throws(Fault) in try read() }

  private static func read() throws(Fault) -> [IssuerProfile] {
    let national = try NationalLaw.load()
    var profiles: [IssuerProfile] = []
    for id in LawFile.names(in: "profiles") {
      let file = try LawFile.read("profiles/\(id)", as: ProfileFile.self)
      let lawUntil: CivilDate? =
        switch file.law {
        case .inForce: nil
        case .until(let day): day
        }
      profiles.append(
        IssuerProfile(
          id: id, agency: file.agency, title: file.title, lawUntil: lawUntil, rows: file,
          national: national))
    }
    return profiles
  }

  /// The profile of that id; nil where there is none.
  package static func named(_ id: String) throws(Fault) -> IssuerProfile? {
    try load().first { $0.id == id }
  }

  /// What may be named where a profile is chosen.
  package static var ids: [String] { LawFile.names(in: "profiles") }
}
