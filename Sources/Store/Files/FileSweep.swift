import Foundation
package import Vocabulary

extension FileStore {
  /// Takes off the disk what a crash left of files that never became whole. A file is named
  /// `.UUID` while it is written and by its digest afterwards, and only digests stand in rows: what
  /// a row names is never touched.
  ///
  /// - Parameter limit: what was written to since then may still be arriving.
  /// - Returns: how many were removed.
  package func sweep(untouchedSince limit: Instant) throws(Fault) -> Int {
    var removed = 0
    for folder in [root] + (try folders()) {
      for name in try names(in: folder) where FileStore.isDraft(name) {
        let path = folder.appending(path: name).path
        guard let written = FileStore.writtenAt(path), written < limit else { continue }
        // Another worker may have been first.
        guard unlink(path) == 0 || errno == ENOENT else {
          throw Fault("sweeping files", cause: String(cString: strerror(errno)))
        }
        removed += 1
      }
    }
    return removed
  }

  /// The folders of digests: two hexadecimal digits.
  private func folders() throws(Fault) -> [URL] {
    try names(in: root).filter { name in
      name.utf8.count == 2
        && name.utf8.allSatisfy { byte in
          (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
        }
    }.map { root.appending(path: $0) }
  }

  private func names(in folder: URL) throws(Fault) -> [String] {
    guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    } catch {
      throw Fault("sweeping files", cause: "the folder \(folder.path) cannot be read")
    }
  }

  static func isDraft(_ name: String) -> Bool {
    name.hasPrefix(".") && UUID(uuidString: String(name.dropFirst())) != nil
  }

  /// When a plain file was last written to; nil where there is none.
  private static func writtenAt(_ path: String) -> Instant? {
    var info = stat()
    guard lstat(path, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { return nil }
    return Instant(milliseconds: Int64(info.st_mtim.tv_sec) * 1000)
  }
}
