import Foundation
import Vocabulary

/// The files of an index: `base.idx`, built, and `added.log`, what was entered since.
package enum IndexFolder {
  static let base = "base.idx"
  static let log = "added.log"

  /// Puts a new base in place of the old. What was added to the old is in the register that the new
  /// was built from, or must be added again: the log begins anew.
  static func replaceBase(_ folder: String, with fresh: String, doing: String) throws(Fault) {
    let lock = try lock(folder, doing: doing)
    defer { close(lock) }
    // The base first: the other order would lose additions in a crash between. In this one the log
    // is another base's, and is not believed.
    guard rename(fresh, "\(folder)/\(base)") == 0 else {
      throw Fault(doing, cause: MappedFile.reason)
    }
    try DurableFile.syncFolder(folder, doing: doing)
    if unlink("\(folder)/\(log)") != 0, errno != ENOENT {
      throw Fault(doing, cause: MappedFile.reason)
    }
    try DurableFile.syncFolder(folder, doing: doing)
  }

  /// Holds off others who add or replace, until the descriptor is closed.
  static func lock(_ folder: String, doing: String) throws(Fault) -> Int32 {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Fault(doing, cause: MappedFile.reason) }
    while flock(descriptor, LOCK_EX) != 0 {
      if errno == EINTR { continue }
      let reason = MappedFile.reason
      close(descriptor)
      throw Fault(doing, cause: reason)
    }
    return descriptor
  }

  /// The hash of the register that the base now in the folder was built from.
  static func register(of folder: String) -> UInt64? {
    let input = open("\(folder)/\(base)", O_RDONLY | O_CLOEXEC)
    guard input >= 0 else { return nil }
    defer { close(input) }
    var words = [UInt64](repeating: 0, count: IndexHead.registerWord + 1)
    let got = words.withUnsafeMutableBytes { pread(input, $0.baseAddress, $0.count, 0) }
    return got == words.count * 8 ? words[IndexHead.registerWord] : nil
  }
}
