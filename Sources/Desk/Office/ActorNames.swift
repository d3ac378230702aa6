import CaseFile
import Store
import Vocabulary

/// The names of the officers who acted, for a history or a list; each is looked up once.
struct ActorNames {
  private let connection: Connection
  private var known: [OfficerID: String] = [:]

  init(in connection: Connection) {
    self.connection = connection
  }

  /// Nil for who is no officer.
  mutating func name(of actor: Actor) throws -> String? {
    guard case .officer(let id) = actor else { return nil }
    return try name(of: id)
  }

  mutating func name(of id: OfficerID) throws -> String? {
    if let name = known[id] { return name }
    let name = try Officers.name(of: id, in: connection)?.name
    known[id] = name
    return name
  }
}
