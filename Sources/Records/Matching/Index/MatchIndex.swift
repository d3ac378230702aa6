import Foundation
import Synchronization
package import Vocabulary

/// The register, ready to be searched: a built part and what was entered since.
///
/// Threads search at once, each with a `MatchSearch`; one at a time adds.
package final class MatchIndex: Sendable {
  let base: BaseIndex
  package let weights: Weights
  /// Reads the frequencies where `base` has them mapped.
  let scoring: Scoring
  private let added: Mutex<Added>

  private struct Added: ~Copyable {
    var entries = AddedEntries()
    var log: AddedLog
    var register: UInt64

    mutating func take(_ record: PackedRecord, _ id: String) {
      entries.add(record, id)
      register = mixed(register, mixed(record.summary, IDList.hash(id.utf8)))
    }
  }

  /// Opens the index of a folder, with what was added to it.
  package init(
    folder: String, weights: Weights, keeping: IndexKeeping = .mapped
  ) throws(Fault) {
    base = try BaseIndex("\(folder)/\(IndexFolder.base)", keeping: keeping)
    self.weights = weights
    scoring = Scoring(weights, base.frequencies)
    let register = base.head.register
    added = Mutex(Added(log: AddedLog(folder, base: register), register: register))
    try refresh()
  }

  /// Entries of both parts.
  package var count: Int { base.head.rows + added.withLock { $0.entries.records.count } }

  /// Which state of the register is searched: stands in a clear answer, so that it can be defended
  /// years later. Two indexes with the same entries in the same order have the same.
  package var registerVersion: String {
    let register = added.withLock { $0.register }
    let text = String(register, radix: 16)
    return "\(count)-" + String(repeating: "0", count: 16 - text.count) + text
  }

  /// Takes up what another process has added.
  package func refresh() throws(Fault) {
    try added.withLock { added throws(Fault) in
      try added.log.read { added.take($0, $1) }
    }
  }

  /// Adds entries durably; they are found as soon as this returns.
  func add(_ entries: [(record: PackedRecord, id: String)]) throws(Fault) {
    try added.withLock { added throws(Fault) in
      try added.log.append(entries) { added.take($0, $1) }
      for entry in entries { added.take(entry.record, entry.id) }
    }
  }

  /// Adds entries in memory: their register keeps them itself and hands them over again.
  package func take(_ entries: [RegisterEntry]) {
    added.withLock { added in
      for entry in entries {
        added.take(entry.record, entry.filed.description)
      }
    }
  }

  /// Keys of what was added since the index was built.
  func addedIDs() -> Set<String> { added.withLock { Set($0.entries.ids) } }

  /// Runs with what was added, which does not change meanwhile.
  func withAdded(_ body: (borrowing AddedEntries) -> Void) {
    added.withLock { added in
      if !added.entries.isEmpty { body(added.entries) }
    }
  }

  /// Rows count through both parts, the built one first.
  func record(_ row: Int) -> PackedRecord {
    guard row >= base.head.rows else { return base.records[row] }
    return added.withLock { $0.entries.records[row - base.head.rows] }
  }

  package func id(_ row: Int) -> String {
    guard row >= base.head.rows else { return base.id(row) }
    return added.withLock { $0.entries.ids[row - base.head.rows] }
  }
}
