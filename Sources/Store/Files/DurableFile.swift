import Foundation
import Vocabulary

/// Files that are on the disk when the call returns, not only in the system's memory.
enum DurableFile {
  static func write(_ bytes: [UInt8], to path: String, doing: String) throws(Fault) {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw failure(doing, at: path) }
    defer { close(file) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Foundation.write(file, buffer.baseAddress?.advanced(by: written), bytes.count - written)
      }
      guard count >= 0 || errno == EINTR else {
        throw withdraw(path, failure(doing, at: path))
      }
      written += max(count, 0)
    }
    guard fsync(file) == 0 else { throw withdraw(path, failure(doing, at: path)) }
  }

  static func rename(_ path: String, to target: String, doing: String) throws(Fault) {
    guard Foundation.rename(path, target) == 0 else {
      throw withdraw(path, failure(doing, at: target))
    }
  }

  /// Makes the names in a folder durable.
  static func sync(folder: String, doing: String) throws(Fault) {
    let file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard file >= 0 else { throw failure(doing, at: folder) }
    defer { close(file) }
    guard fsync(file) == 0 else { throw failure(doing, at: folder) }
  }

  private static func failure(_ doing: String, at path: String) -> Fault {
    let cause = String(cString: strerror(errno))
    return Fault(doing, cause: "\(path): \(cause)", retry: errno == ENOSPC ? .later : .never)
  }

  /// A half-written draft is of no use to anyone.
  private static func withdraw(_ path: String, _ fault: Fault) -> Fault {
    unlink(path)
    return fault
  }
}
