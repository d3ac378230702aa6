import Crypto
import Foundation

/// Which process made a folder or a schema for a measurement, in its name: so that what a killed
/// one left is found at the next start, and what another one is using is left alone.
enum Maker {
  /// This machine and this process, in letters and digits.
  static var mark: String { "\(machine)p\(ProcessInfo.processInfo.processIdentifier)" }

  private static var machine: String {
    let digest = SHA256.hash(data: Data(ProcessInfo.processInfo.hostName.utf8))
    return "m" + digest.prefix(4).map { byte in "\(byte)" }.joined(separator: "x")
  }

  /// Whether the name bears the mark of a process of this machine that runs no more.
  static func isGone(_ name: String, prefix: String) -> Bool {
    let ours = prefix + machine + "p"
    guard name.hasPrefix(ours) else { return false }
    let digits = name.dropFirst(ours.count).prefix { $0.isNumber }
    return !digits.isEmpty && !FileManager.default.fileExists(atPath: "/proc/\(digits)")
  }
}
