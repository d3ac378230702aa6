import Foundation
import Testing
import Vocabulary

@testable import Store

@Suite("What a crash left of files that never became whole")
struct FileSweepTests {
  private let limit = Instant(milliseconds: 1_795_000_000_000)

  private func with(_ body: (FileStore) throws -> Void) throws {
    let root = FileManager.default.temporaryDirectory
      .appending(path: "lylich-sweep-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    try body(FileStore(root: root))
    try FileManager.default.removeItem(at: root)
  }

  /// Dates a file by seconds from the limit.
  private func date(_ url: URL, _ seconds: Double) throws {
    let moment = Date(timeIntervalSince1970: Double(limit.milliseconds) / 1000 + seconds)
    try FileManager.default.setAttributes([.modificationDate: moment], ofItemAtPath: url.path)
  }

  private func exists(_ url: URL) -> Bool { FileManager.default.fileExists(atPath: url.path) }

  @Test func `what nobody wrote to since the limit goes, what may still be arriving stays`() throws
  {
    try with { files in
      let digest = try files.put([1, 2, 3])
      let whole = files.place(of: digest)
      let folder = whole.deletingLastPathComponent()
      let old = files.root.appending(path: ".\(UUID().uuidString)")
      let oldInside = folder.appending(path: ".\(UUID().uuidString)")
      let young = files.root.appending(path: ".\(UUID().uuidString)")
      for url in [old, oldInside, young] { try Data([1]).write(to: url) }
      for url in [old, oldInside, whole] { try date(url, -1) }
      try date(young, 1)
      #expect(try files.sweep(untouchedSince: limit) == 2)
      #expect(!exists(old) && !exists(oldInside) && exists(young))
      #expect(try files.read(digest) == [1, 2, 3])
      #expect(try files.sweep(untouchedSince: limit) == 0)
    }
  }

  @Test func `a whole file is never touched, whatever its age, nor what is not ours`() throws {
    try with { files in
      let digest = try files.put([4])
      let others = [".hidden", "notes.txt", UUID().uuidString].map {
        files.root.appending(path: $0)
      }
      for url in others { try Data([1]).write(to: url) }
      for url in others + [files.place(of: digest)] { try date(url, -1_000_000) }
      let folder = files.root.appending(path: ".\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
      try date(folder, -1_000_000)
      #expect(try files.sweep(untouchedSince: limit) == 0)
      #expect(others.allSatisfy(exists) && exists(folder))
      #expect(try files.read(digest) == [4])
    }
  }

  @Test func `a file that is arriving is kept all the same after the sweep of another`() throws {
    try with { files in
      let incoming = try files.receive()
      try incoming.append(Data([7]))
      let left = files.root.appending(path: ".\(UUID().uuidString)")
      try Data([1]).write(to: left)
      try date(left, -1)
      #expect(try files.sweep(untouchedSince: limit) == 1)
      let digest = try files.keep(incoming)
      #expect(try files.read(digest) == [7])
    }
  }

  @Test func `a folder that is not there yet holds nothing`() throws {
    let files = FileStore(root: URL(filePath: "/nonexistent-\(UUID().uuidString)"))
    #expect(try files.sweep(untouchedSince: limit) == 0)
  }
}
