import CZlib
import Vocabulary

/// zlib streams (RFC 1950), as `FlateDecode` reads them.
enum Deflate {
  enum Effort: Int32 {
    /// For what is compressed with every document.
    case fast = 1
    /// For what is compressed once in the life of the process.
    case best = 9
  }

  static func compress(_ bytes: [UInt8], _ effort: Effort) throws(Fault) -> [UInt8] {
    var size = compressBound(uLong(bytes.count))
    var status = Z_OK
    let packed = [UInt8](unsafeUninitializedCapacity: Int(size)) { buffer, count in
      status = compress2(
        buffer.baseAddress, &size, bytes, uLong(bytes.count), effort.rawValue)
      count = status == Z_OK ? Int(size) : 0
    }
    guard status == Z_OK else {
      throw Fault("compressing a part of a PDF", cause: "zlib answered \(status)")
    }
    return packed
  }
}
