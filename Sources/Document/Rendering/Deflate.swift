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

  /// The bytes of a zlib stream, whatever follows it; nil where it is none, ends early, or gives
  /// more than `limit`.
  static func expand(_ packed: UnsafeRawBufferPointer, upTo limit: Int) -> [UInt8]? {
    var stream = z_stream()
    guard let base = packed.bindMemory(to: UInt8.self).baseAddress,
      inflateInit_(&stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
    defer { inflateEnd(&stream) }
    // zlib reads here and writes nothing.
    stream.next_in = UnsafeMutablePointer(mutating: base)
    stream.avail_in = uInt(packed.count)
    var bytes: [UInt8] = []
    var status = Z_OK
    while status == Z_OK {
      let room = min(64 * 1024, limit - bytes.count + 1)
      guard room > 0 else { return nil }
      let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        stream.next_out = buffer.baseAddress
        stream.avail_out = uInt(room)
        status = inflate(&stream, Z_NO_FLUSH)
        count = room - Int(stream.avail_out)
      }
      bytes += chunk
    }
    return status == Z_STREAM_END && bytes.count <= limit ? bytes : nil
  }

  /// CRC-32, as PNG's chunks carry it.
  static func checksum(of bytes: UnsafeRawBufferPointer) -> UInt32 {
    let words = bytes.bindMemory(to: UInt8.self)
    return UInt32(truncatingIfNeeded: crc32(0, words.baseAddress, uInt(words.count)))
  }
}
