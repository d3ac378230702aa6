import Foundation
import Vocabulary

/// The files of an index: `base.idx`, built, and `added.log`, what was entered since.
package enum IndexFolder {
  static let base = "base.idx"
  static let log = "added.log"

  /// Puts a new base in place of the old. What was added to the old is in the register that the new
  /// was built from, or must be added again: the log begins anew.
  static func replaceBase(_ folder: String, with fresh: String, doing: String) throws(Fault) {
    // The base first: a crash between shows additions twice, which costs a second look; the other
    // order would lose them.
    guard rename(fresh, "\(folder)/\(base)") == 0 else {
      throw Fault(doing, cause: MappedFile.reason)
    }
    try DurableFile.syncFolder(folder, doing: doing)
    if unlink("\(folder)/\(log)") != 0, errno != ENOENT {
      throw Fault(doing, cause: MappedFile.reason)
    }
    try DurableFile.syncFolder(folder, doing: doing)
  }
}
