import Foundation
import Records
import Vocabulary

/// What a built index holds. It stands beside the index, and vouches for its bytes.
struct RegisterManifest: Codable, Equatable, Sendable {
  var agency: String
  /// All documents up to this number were looked at.
  var sequence: Int64
  /// The agency's own last document, its batch, and the batch's hash.
  var version: RegisterVersion
  var batch: Int64
  /// The agency's documents, and the entries made of them.
  var documents: Int
  var entries: Int
  /// Over all bytes of the index, in hex.
  var sum: String
}

/// The folder of built indexes: one folder an index, `AGENCY.SEQUENCE.SUM`, never changed once it
/// bears that name. The highest sequence of an agency counts.
struct RegisterFolder: Sendable {
  let path: String
  private static let manifest = "register.json"

  private static func name(of manifest: RegisterManifest) -> String {
    "\(manifest.agency).\(manifest.sequence).\(manifest.sum)"
  }

  private func names() -> [String] {
    // No folder yet: no index yet.
    let found = try? FileManager.default.contentsOfDirectory(atPath: path)
    return found ?? []
  }

  private func built(of agency: AgencyID) -> [(name: String, sequence: Int64)] {
    names().compactMap { name in
      let parts = name.split(separator: ".")
      guard parts.count == 3, parts[0] == agency.code, let sequence = Int64(parts[1]) else {
        return nil
      }
      return (name, sequence)
    }.sorted { $0.sequence > $1.sequence }
  }

  /// The sequence of the newest built index, without a look into it.
  func newest(of agency: AgencyID) -> Int64? { built(of: agency).first?.sequence }

  /// The agency's indexes whose bytes are those that were written, the newest first. They are
  /// looked at when they are asked for.
  func sound(
    _ agency: AgencyID, weights: Weights
  ) -> some Sequence<(manifest: RegisterManifest, index: MatchIndex)> {
    built(of: agency).lazy.compactMap { name, sequence in
      let folder = "\(path)/\(name)"
      guard let data = FileManager.default.contents(atPath: "\(folder)/\(Self.manifest)"),
        let manifest = try? JSONDecoder().decode(RegisterManifest.self, from: data),
        manifest.agency == agency.code, manifest.sequence == sequence,
        let sum = try? IndexFolder.sum(folder), manifest.sum == String(sum, radix: 16),
        // One of another version of the program is built anew.
        let index = try? MatchIndex(folder: folder, weights: weights)
      else { return nil }
      return (manifest, index)
    }
  }

  /// A folder to build in, and what a crash left of earlier ones removed.
  func begin(_ agency: AgencyID) throws(Fault) -> String {
    let fresh = "\(path)/building.\(agency.code).\(UUID().uuidString)"
    do {
      try FileManager.default.createDirectory(
        atPath: fresh, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw Fault("building the register's index", cause: "its folder cannot be made")
    }
    return fresh
  }

  /// Gives a built index its name, in one step, and removes the agency's older ones. Whoever still
  /// reads an older one keeps it until it is closed.
  func end(_ fresh: String, _ manifest: RegisterManifest) throws(Fault) {
    let doing = "building the register's index"
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
    guard let bytes = try? encoder.encode(manifest) else {
      throw Fault(doing, cause: "what it holds cannot be written down")
    }
    try DurableFile.write(Array(bytes), to: "\(fresh)/\(Self.manifest)", doing: doing)
    try DurableFile.sync(folder: fresh, doing: doing)
    let name = Self.name(of: manifest)
    // One of the same name holds the same, or is damaged.
    let former = "\(path)/building.\(manifest.agency).\(UUID().uuidString)"
    if rename("\(path)/\(name)", former) == 0 { remove([former]) }
    guard rename(fresh, "\(path)/\(name)") == 0 else {
      throw Fault(doing, cause: String(cString: strerror(errno)))
    }
    try DurableFile.sync(folder: path, doing: doing)
  }

  /// Removes an agency's indexes but this one, and what builders of an hour ago left behind.
  func tidy(keeping manifest: RegisterManifest, of agency: AgencyID, at now: Instant) {
    var old = built(of: agency).filter { $0.name != Self.name(of: manifest) }
      .map { "\(path)/\($0.name)" }
    for name in names() where name.hasPrefix("building.\(agency.code).") {
      let attributes = try? FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")
      guard let made = attributes?[.modificationDate] as? Date else { continue }
      let age = now.milliseconds - Int64(made.timeIntervalSince1970 * 1000)
      if age > 3_600_000 { old.append("\(path)/\(name)") }
    }
    remove(old)
  }

  private func remove(_ folders: [String]) {
    for folder in folders {
      do {
        try FileManager.default.removeItem(atPath: folder)
      } catch {
        // Another process was quicker; the next tidying looks again.
        continue
      }
    }
  }
}
