import Records
import Synchronization
import Vocabulary

/// One agency's register as a process holds it: a mapped index and what was filed since, which is
/// in memory.
final class OpenRegister: Sendable {
  let index: MatchIndex
  let manifest: RegisterManifest
  private let place: Mutex<Place>
  private let idle = Mutex<[PersonSession]>([])

  private struct Place {
    var sequence: Int64
    var version: RegisterVersion
    var added = 0
  }

  init(_ manifest: RegisterManifest, _ index: MatchIndex) {
    self.manifest = manifest
    self.index = index
    place = Mutex(Place(sequence: manifest.sequence, version: manifest.version))
  }

  /// All documents up to this number can be found.
  var sequence: Int64 { place.withLock { $0.sequence } }

  var version: RegisterVersion { place.withLock { $0.version } }

  /// The agency's documents that came after the index was built.
  var added: Int { place.withLock { $0.added } }

  /// Takes documents up that follow on each other; those that another thread took are passed over.
  func take(_ documents: [RegisterDocument]) throws {
    try place.withLock { place in
      let fresh = documents.filter { $0.id > place.sequence }
      guard let final = fresh.last else { return }
      index.take(try RegisterDocuments.entries(of: fresh))
      place.sequence = final.id
      place.added += fresh.count { $0.body != nil }
      guard let own = fresh.last(where: { $0.body != nil }) else { return }
      place.version = RegisterVersion(document: own.id, batchDigest: hex(own.batchDigest))
    }
  }

  /// A session keeps buffers of the register's size: they are used again.
  func find(_ person: SoughtPerson, isByHand: Bool) -> PersonFinding {
    var session = idle.withLock { $0.popLast() } ?? PersonSession(index)
    let finding = session.find(person, isByHand: isByHand)
    let used = session
    idle.withLock { idle in
      if idle.count < 16 { idle.append(used) }
    }
    return finding
  }
}
