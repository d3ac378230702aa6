import Foundation
import Testing
import Vocabulary

@testable import Store

@Suite("A stored file is whole or not there")
struct FileStoreTests {
  private func withFolder(_ body: (FileStore) throws -> Void) throws {
    let root = FileManager.default.temporaryDirectory
      .appending(path: "lylich-files-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    try body(FileStore(root: root))
    try FileManager.default.removeItem(at: root)
  }

  @Test func `what is put is read, under its SHA-256`() throws {
    try withFolder { files in
      let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0) }
      let digest = try files.put(bytes)
      #expect(digest == FileStore.digest(of: bytes))
      #expect(try files.read(digest) == bytes)
      #expect(try files.put(bytes) == digest)
      #expect(
        try files.put([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
      let folder = files.root.appending(path: String(digest.prefix(2))).path
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(names == [String(digest.dropFirst(2))])
    }
  }

  @Test func `a damaged file is a fault, on reading and on putting it again`() throws {
    try withFolder { files in
      let digest = try files.put([1, 2, 3])
      let path = files.root.appending(path: String(digest.prefix(2)))
        .appending(path: String(digest.dropFirst(2)))
      try Data([1, 2, 4]).write(to: path)
      #expect(throws: Fault.self) { try files.read(digest) }
      #expect(throws: Fault.self) { try files.put([1, 2, 3]) }
    }
  }

  @Test(arguments: ["", "../../etc/passwd", String(repeating: "A", count: 64), "ab"])
  func `a name that is no digest is refused`(name: String) throws {
    try withFolder { files in
      #expect(throws: Fault.self) { try files.read(name) }
    }
  }

  @Test func `a folder that cannot be written is a fault`() {
    let files = FileStore(root: URL(filePath: "/proc/no-such-folder"))
    #expect(throws: Fault.self) { try files.put([1]) }
  }

  @Test(arguments: TestEngine.allCases)
  func `a digest has one row`(engine: TestEngine) async throws {
    try await TestDatabase.with(engine) { database in
      let files = FileStore(root: FileManager.default.temporaryDirectory)
      let digest = FileStore.digest(of: [1])
      let rows = try await database.write { transaction in
        for _ in 0..<2 {
          try files.register(
            digest, size: 1, kind: "signed", agency: TestDatabase.agency, at: TestDatabase.now,
            in: transaction)
        }
        return try FileStore.rows(after: "", limit: 10, in: transaction).map(\.digest)
      }
      #expect(rows == [digest])
    }
  }
}
