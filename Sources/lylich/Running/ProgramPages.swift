import Foundation
import Glibc

/// The pages of this program's own code that are in memory.
enum ProgramPages {
  /// Lets go of the code that was touched so far, for once the start is over: reading settings,
  /// opening and the first look at everything take a good part of what a serving process would
  /// hold, and are not needed again. What runs on is mapped anew as it is touched, from the cache
  /// of files.
  ///
  /// Only code that is mapped and never written is let go of; where the system does not list what
  /// is mapped, nothing is done.
  static func letGoOfStart() {
    guard
      let program = Bundle.main.executablePath,
      let list = FileManager.default.contents(atPath: "/proc/self/maps")
    else { return }
    for line in String(decoding: list, as: UTF8.self).split(separator: "\n") {
      let part = line.split(separator: " ", maxSplits: 5, omittingEmptySubsequences: true)
      guard part.count == 6, part[1] == "r-xp", part[5].drop(while: { $0 == " " }) == program else {
        continue
      }
      let bounds = part[0].split(separator: "-").compactMap { UInt(String($0), radix: 16) }
      guard bounds.count == 2, let start = UnsafeMutableRawPointer(bitPattern: bounds[0]) else {
        continue
      }
      madvise(start, Int(bounds[1] - bounds[0]), Int32(MADV_DONTNEED))
    }
  }
}
