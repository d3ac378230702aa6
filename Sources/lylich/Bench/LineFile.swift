import Foundation
import Records
import Vocabulary

/// A file that is written line by line without holding it.
struct LineFile {
  private let file: URL

  init(_ file: URL) {
    self.file = file
  }

  func lines(_ count: Int, _ line: (Int, inout [UInt8]) -> Void) throws {
    guard FileManager.default.createFile(atPath: file.path, contents: nil) else {
      throw Fault("writing \(file.path)", cause: "it cannot be made")
    }
    let handle = try FileHandle(forWritingTo: file)
    var bytes: [UInt8] = []
    for number in 1...count {
      line(number, &bytes)
      bytes.append(0x0A)
      guard bytes.count > 1 << 20 || number == count else { continue }
      try handle.write(contentsOf: bytes)
      bytes.removeAll(keepingCapacity: true)
    }
    try handle.close()
  }
}

extension InventedRecord {
  /// So many documents, one a line, as a supplier's file has them.
  static func write(_ count: Int, to file: URL) throws {
    try LineFile(file).lines(count) { number, bytes in
      bytes += DocumentWriter.bytes(of: InventedRecord(number: number).document)
    }
  }
}
