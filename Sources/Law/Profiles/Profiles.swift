package import Vocabulary

/// The agencies as they came with the program: `Resources/profiles`, without later changes.
package enum Profiles {
  /// All of them, in order of their ids; read at the first use and kept.
  package static func load() throws(Fault) -> [IssuerProfile] {
    try bundled.get().profiles
  }

  private static let bundled = Result { () throws(Fault) in
    try LawBook.bundled().edition(knowing: 0)
  }

  /// The profile of that id; nil where there is none.
  package static func named(_ id: String) throws(Fault) -> IssuerProfile? {
    try load().first { $0.id == id }
  }

  /// What may be named where a profile is chosen.
  package static var ids: [String] { LawFile.names(in: "profiles") }
}
