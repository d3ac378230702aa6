import Crypto
package import Foundation
package import Vocabulary

/// A folder of files under their SHA-256: `ab/cdef…`. What lies there never changes; a file is
/// whole or it is not there.
///
/// The bytes are put before the row that names them is committed. A crash between leaves a file
/// that no row names, which does no harm.
package struct FileStore: Sendable {
  package let root: URL

  package init(root: URL) {
    self.root = root
  }

  /// Stores the bytes durably and returns their digest in lower-case hex. Storing twice is once.
  package func put(_ bytes: [UInt8]) throws(Fault) -> String {
    let digest = FileStore.digest(of: bytes)
    let target = place(of: digest)
    let folder = target.deletingLastPathComponent()
    let doing = "storing a file"
    if FileManager.default.fileExists(atPath: target.path) {
      // A damaged file is not trusted to be what its name says.
      if try read(digest) == bytes { return digest }
    }
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw Fault(doing, cause: "the folder \(folder.path) cannot be made")
    }
    let draft = folder.appending(path: ".\(UUID().uuidString)")
    try DurableFile.write(bytes, to: draft.path, doing: doing)
    try DurableFile.rename(draft.path, to: target.path, doing: doing)
    try DurableFile.sync(folder: folder.path, doing: doing)
    try DurableFile.sync(folder: root.path, doing: doing)
    return digest
  }

  /// The bytes of a digest. A file that is missing or damaged is a fault.
  package func read(_ digest: String) throws(Fault) -> [UInt8] {
    guard FileStore.isDigest(digest) else {
      throw Fault("reading a file", cause: "its name is not a SHA-256")
    }
    let data: Data
    do {
      data = try Data(contentsOf: place(of: digest))
    } catch {
      throw Fault("reading the file \(digest)", cause: "it cannot be read")
    }
    let bytes = [UInt8](data)
    guard FileStore.digest(of: bytes) == digest else {
      throw Fault("reading the file \(digest)", cause: "its bytes are not those of its name")
    }
    return bytes
  }

  /// Writes the row of a file that lies here. A digest that has its row keeps it.
  package func register(
    _ digest: String, size: Int, kind: String, agency: AgencyID, at now: Instant,
    in transaction: Transaction
  ) throws {
    try transaction.run(
      """
      INSERT INTO files (sha256, size, kind, agency, created_at)
      VALUES (\(digest), \(size), \(kind), \(agency), \(now))
      ON CONFLICT (sha256) DO NOTHING
      """)
  }

  /// The rows after a digest, in order, for those who walk through all.
  package static func rows(
    after digest: String, limit: Int, in connection: Connection
  ) throws(Fault) -> [(digest: String, size: Int)] {
    try connection.rows(
      "SELECT * FROM files WHERE sha256 > \(digest) ORDER BY sha256 LIMIT \(limit)"
    ).map { row throws(Fault) in (try row.text("sha256"), try row.int("size")) }
  }

  package static func digest(of bytes: [UInt8]) -> String {
    hex(Array(SHA256.hash(data: bytes)))
  }

  static func isDigest(_ text: String) -> Bool {
    text.utf8.count == 64
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  func place(of digest: String) -> URL {
    root.appending(path: String(digest.prefix(2))).appending(path: String(digest.dropFirst(2)))
  }
}
