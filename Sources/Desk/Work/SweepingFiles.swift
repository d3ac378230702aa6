import Logging
import Store
import Vocabulary

extension Desk {
  /// After how long without a byte a file that was arriving is taken for abandoned. Longer than any
  /// request lives.
  static var arrivalSeconds: Int { 3600 }

  /// Removes what crashes left of files that never became whole. May run anywhere at any time.
  func sweepFiles() throws {
    let limit = surroundings.now().adding(seconds: -Desk.arrivalSeconds)
    let removed = try files.sweep(untouchedSince: limit)
    guard removed > 0 else { return }
    log.info("Files that never became whole were removed", metadata: ["files": "\(removed)"])
  }
}
