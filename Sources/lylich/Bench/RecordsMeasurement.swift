import Desk
import Foundation
import Records
import Store
import Vocabulary

/// Imports invented documents, and the same data as CSV into one plain table by `sqlite3`, in one
/// run on one disk.
struct RecordsMeasurement {
  let count: Int
  /// Documents of somebody else's making in the place of the invented ones, and only ours.
  let documents: String?
  /// Where the installation stays; nil for one that goes with the measurement.
  let keep: String?
  /// Where the installation's database goes; nil for SQLite.
  let postgres: String?

  func run() async throws {
    guard let postgres else { return try await measure(nil) }
    try Schema.dropOrphans(in: postgres)
    let schema = try Schema(in: postgres)
    let undo = Undo.later { schema.drop() }
    defer { undo.now() }
    try await measure(schema.uri)
  }

  private func measure(_ uri: String?) async throws {
    try await withTemporaryFolder { folder in
      let data = keep.map { URL(fileURLWithPath: $0) } ?? folder.appending(path: "data")
      if FileManager.default.fileExists(atPath: data.appending(path: "lylich.sqlite").path) {
        guard FileManager.default.fileExists(atPath: imported(data).path) else {
          throw Fault(
            "measuring the installation in \(data.path)",
            cause: "its import was cut off; remove the folder and begin anew")
        }
        try await ask(try await install(in: data, uri), data, isBuilt: true, folder)
        return
      }
      if let documents {
        let ours = try await ownImport(
          URL(fileURLWithPath: documents), to: data, uri, in: folder)
        say("Imported in \(figure(ours.seconds)) s")
        return
      }
      say("Inventing \(count) documents …")
      try write(in: folder)
      let plain = try plainImport(in: folder)
      let ours = try await ownImport(
        folder.appending(path: "documents.jsonl"), to: data, uri, in: folder)
      var table = TextTable([
        "", "seconds", "rows/s", "beside sqlite3", "processor seconds", "beside sqlite3",
      ])
      table.add(
        ["sqlite3 .import (CSV, one table)"] + row(plain.seconds, beside: plain.seconds)
          + [figure(plain.cpuSeconds), "100 %"])
      table.add(
        ["lylich records import"] + row(ours.seconds, beside: plain.seconds)
          + [figure(ours.cpuSeconds), share(plain.cpuSeconds, ours.cpuSeconds)])
      for line in table.lines { say(line) }
      let memory = ours.memory.map(String.init).joined(separator: ", ")
      say("Resident memory after each tenth, MiB: \(memory)")
    }
  }

  /// Is there once everything was imported.
  private func imported(_ data: URL) -> URL { data.appending(path: "imported") }

  private func row(_ seconds: Double, beside plain: Double) -> [String] {
    [figure(seconds), figure(Double(count) / seconds), share(plain, seconds)]
  }

  /// Which part of the plain rate this is.
  private func share(_ plain: Double, _ seconds: Double) -> String {
    "\(Int((plain / seconds * 100).rounded())) %"
  }

  private func write(in folder: URL) throws {
    try InventedRecord.write(count, to: folder.appending(path: "documents.jsonl"))
    try LineFile(folder.appending(path: "documents.csv")).lines(count) { number, bytes in
      let fields = InventedRecord(number: number).csvFields
      bytes += Array(fields.map { "\"\($0)\"" }.joined(separator: ",").utf8)
    }
  }

  private func plainImport(
    in folder: URL
  ) throws -> (seconds: Double, cpuSeconds: Double) {
    let width = InventedRecord(number: 1).csvFields.count
    let columns = (1...width).map { "c\($0) TEXT" }.joined(separator: ", ")
    let clock = ContinuousClock()
    let before = clock.now
    let cpuBefore = childrenProcessorSeconds()
    _ = try Tool.output(
      of: "sqlite3",
      [
        folder.appending(path: "plain.sqlite").path, "CREATE TABLE documents (\(columns));",
        ".mode csv", ".import \(folder.appending(path: "documents.csv").path) documents",
      ])
    return (before.duration(to: clock.now).seconds, childrenProcessorSeconds() - cpuBefore)
  }

  private func ownImport(
    _ file: URL, to data: URL, _ uri: String?, in folder: URL
  ) async throws -> (seconds: Double, cpuSeconds: Double, memory: [Int]) {
    let place = try await install(in: data, uri)
    let agency = place.agency
    let database = try Database.open(place.database, connections: 2)
    defer { database.close() }
    var memory: [Int] = []
    let step = max(count / 10, 1)
    let clock = ContinuousClock()
    let before = clock.now
    let cpuBefore = processorSeconds()
    let report = try await RecordImport(into: database, of: agency, mode: .filing).run(
      file: file.path, now: { Instant.now },
      progress: { report in
        if report.lines / step > memory.count { memory.append(residentMiB()) }
      },
      refused: { complain("line \($0.line) \($0.field): \($0.reason)") })
    let seconds = before.duration(to: clock.now).seconds
    let cpu = processorSeconds() - cpuBefore
    guard documents != nil || report.filed == count, report.refused == 0 else {
      throw Fault("measuring the import", cause: "it filed \(report.filed) of \(count) documents")
    }
    try Data().write(to: imported(data))
    try await ask(place, data, isBuilt: false, folder)
    return (seconds, cpu, memory)
  }

  /// A demo's installation, so that its pages can be asked for.
  private func install(in data: URL, _ uri: String?) async throws -> InventedInstallation {
    try await InventedInstallation.make(in: data, database: uri, port: try freePort())
  }

  private func ask(
    _ place: InventedInstallation, _ data: URL, isBuilt: Bool, _ folder: URL
  ) async throws {
    let database = try Database.open(place.database, connections: 2)
    defer { database.close() }
    let people = try await RegisterMeasurement(
      database: database, agency: place.agency, folder: DataFolder(root: data).register
    ).run(isBuilt: isBuilt)
    try await PersonPageMeasurement(
      data: data, database: place.settings["database"] ?? "", port: place.port, folder: folder
    )
    .run(people)
  }
}

extension Duration {
  fileprivate var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}

/// Resident memory of this process now; 0 where the system does not say.
func residentMiB() -> Int {
  // A file of `/proc` has no size, so it is read by a count and not by its length.
  guard let handle = FileHandle(forReadingAtPath: "/proc/self/statm"),
    let data = try? handle.read(upToCount: 256),
    let pages = String(decoding: data, as: UTF8.self).split(separator: " ").dropFirst().first
      .flatMap({ Int($0) })
  else { return 0 }
  return (pages * Int(sysconf(Int32(_SC_PAGESIZE)))) >> 20
}
