import Foundation
import Vocabulary

/// What `lylich check` says of an installation: this very program, as a person would ask it.
struct InstallationVerdict {
  let lines: [String]
  let holds: Bool

  var failures: [String] { lines.filter { $0.hasPrefix("FAIL") } }

  static func ask(data: URL) throws(Fault) -> InstallationVerdict {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = ["check", "--data", data.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      throw Fault("checking the installation", cause: "\(error)")
    }
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return InstallationVerdict(
      lines: text.split(separator: "\n").map(String.init), holds: process.terminationStatus == 0)
  }
}
