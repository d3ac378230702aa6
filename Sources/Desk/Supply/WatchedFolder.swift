import Foundation
import Store
package import Vocabulary

/// A folder in which offices without an interface lay files of documents (docs/records.md).
///
/// A file is taken by moving it to `working`, imported as `lylich records import` does, and moved
/// to `done`, or to `refused` where a line was not taken, with a report beside it. Killed at any
/// point, the next round goes on: the import knows how far it came, and what lies in `working` is
/// taken up first. The same content again changes nothing.
package struct WatchedFolder: Sendable {
  private let root: URL
  private let job: RecordImport
  /// A file counts as written when nothing has changed in it for so long.
  private let quietSeconds: Double

  package init(path: String, job: RecordImport, quietSeconds: Double = 2) throws(Fault) {
    self.root = URL(fileURLWithPath: path, isDirectory: true)
    self.job = job
    self.quietSeconds = quietSeconds
    for place in Place.allCases { try make(folder(place)) }
  }

  private enum Place: String, CaseIterable {
    case working, done, refused
  }

  /// What became of one file.
  package struct Outcome: Equatable, Sendable {
    /// The file's name as it was laid in.
    package var name: String
    package var report: RecordImport.Report
  }

  /// Takes up what was left, then every file that lies there whole. The alphabet is the order.
  package func round(now: @escaping @Sendable () -> Instant) async throws -> [Outcome] {
    var outcomes: [Outcome] = []
    for name in try names(in: folder(.working)) {
      outcomes.append(try await importFile(name, now: now))
    }
    for name in try names(in: root) where try isWhole(name, at: now()) {
      let file = root.appending(path: name)
      let taken = folder(.working).appending(path: name)
      guard !exists(taken) else { continue }
      try move(file, to: taken)
      outcomes.append(try await importFile(name, now: now))
    }
    return outcomes
  }

  private func importFile(
    _ name: String, now: @escaping @Sendable () -> Instant
  ) async throws -> Outcome {
    let file = folder(.working).appending(path: name)
    var refusals: [LeftOutLine] = []
    var unreadable: String?
    var report = RecordImport.Report()
    do {
      report = try await job.run(
        file: file.path, shape: name.hasSuffix(".json") ? .one : .lines, now: now,
        progress: { _ in }, refused: { refusals.append($0) })
    } catch let fault as Fault where fault.doing == RecordFile.readingFault {
      // A line too long to be one: the file is no file of documents.
      unreadable = fault.cause
    }
    let place: Place = refusals.isEmpty && unreadable == nil ? .done : .refused
    let end = free(name, in: folder(place))
    try write(
      text(of: report, refusals, unreadable), to: end.appendingPathExtension("report.txt"))
    try move(file, to: end)
    return Outcome(name: name, report: report)
  }

  /// Numbers, fields and reasons; nothing that a document holds.
  private func text(
    of report: RecordImport.Report, _ refusals: [LeftOutLine], _ unreadable: String?
  ) -> String {
    var lines = [
      "lines\t\(report.lines)", "done before\t\(report.doneBefore)", "filed\t\(report.filed)",
      "already there\t\(report.known)", "refused\t\(report.refused)",
      "new records\t\(report.newRecords)", "questions\t\(report.questionsOpened)",
    ]
    if let unreadable { lines.append("unreadable\t\(unreadable)") }
    lines += refusals.map { "line \($0.line)\t\($0.place)\t\($0.reason)" }
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: - The folder

  private func folder(_ place: Place) -> URL { root.appending(path: place.rawValue) }

  /// Files of documents; those with a dot before them, or of another ending, are not ready.
  private func names(in folder: URL) throws(Fault) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder.path)
        .filter { !$0.hasPrefix(".") && ($0.hasSuffix(".jsonl") || $0.hasSuffix(".json")) }
        .sorted()
    } catch {
      throw Fault("looking into the watched folder", cause: "it cannot be read")
    }
  }

  private func isWhole(_ name: String, at now: Instant) throws(Fault) -> Bool {
    let path = root.appending(path: name).path
    let facts: [FileAttributeKey: Any]
    do {
      facts = try FileManager.default.attributesOfItem(atPath: path)
    } catch {
      // It was taken away again since it was listed.
      return false
    }
    guard facts[.type] as? FileAttributeType == .typeRegular,
      let changed = facts[.modificationDate] as? Date
    else { return false }
    let age = Double(now.milliseconds) / 1000 - changed.timeIntervalSince1970
    return age >= quietSeconds
  }

  /// A name in the folder that no file has: the same office lays in the same name each day.
  private func free(_ name: String, in folder: URL) -> URL {
    let plain = folder.appending(path: name)
    guard exists(plain) else { return plain }
    let stem = plain.deletingPathExtension().lastPathComponent
    var count = 2
    while true {
      let next = folder.appending(path: "\(stem)-\(count).\(plain.pathExtension)")
      if !exists(next) { return next }
      count += 1
    }
  }

  private func exists(_ file: URL) -> Bool { FileManager.default.fileExists(atPath: file.path) }

  private func make(_ folder: URL) throws(Fault) {
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw Fault("making the watched folder \(folder.path)", cause: "it cannot be made")
    }
  }

  private func move(_ file: URL, to end: URL) throws(Fault) {
    do {
      try FileManager.default.moveItem(at: file, to: end)
    } catch {
      throw Fault("moving a file of the watched folder", cause: "it cannot be moved")
    }
  }

  /// Whole or not at all: a reader never sees half a report.
  private func write(_ text: String, to file: URL) throws(Fault) {
    do {
      try Data(text.utf8).write(to: file, options: .atomic)
    } catch {
      throw Fault("writing a report of the watched folder", cause: "it cannot be written")
    }
  }
}
