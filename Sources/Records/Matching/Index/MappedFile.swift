import Foundation
import Vocabulary

/// A file's bytes, as the system maps them (opened at once, loaded as they are used, shared by
/// processes) or held in memory of one's own.
final class MappedFile: @unchecked Sendable {
  // Unchecked: nobody writes the bytes, and they live as long as the object.
  let bytes: UnsafeRawBufferPointer

  init(_ path: String, doing: String, keeping: IndexKeeping = .mapped) throws(Fault) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Fault(doing, cause: MappedFile.reason) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Fault(doing, cause: MappedFile.reason) }
    let size = Int(status.st_size)
    guard size > 0 else { throw Fault(doing, cause: "the file is empty") }
    let base =
      switch keeping {
      case .mapped: mmap(nil, size, PROT_READ, MAP_SHARED, descriptor, 0)
      case .held: MappedFile.copied(descriptor, size)
      }
    guard let base, base != MAP_FAILED else {
      throw Fault(doing, cause: "the file cannot be mapped: \(MappedFile.reason)")
    }
    bytes = UnsafeRawBufferPointer(start: base, count: size)
  }

  /// Nil where the file cannot be read whole.
  private static func copied(_ descriptor: Int32, _ size: Int) -> UnsafeMutableRawPointer? {
    let flags = MAP_PRIVATE | MAP_ANONYMOUS
    guard let base = mmap(nil, size, PROT_READ | PROT_WRITE, flags, -1, 0), base != MAP_FAILED
    else { return nil }
    // A wish: where the system has no large pages, small ones do.
    _ = madvise(base, size, hugePages)
    var done = 0
    while done < size {
      let got = pread(descriptor, base + done, min(size - done, 1 << 26), off_t(done))
      if got < 0, errno == EINTR { continue }
      guard got > 0 else {
        munmap(base, size)
        return nil
      }
      done += got
    }
    return base
  }

  /// `MADV_HUGEPAGE` of Linux.
  private static let hugePages: Int32 = 14

  deinit {
    munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
  }

  /// Why the last call of the system failed.
  static var reason: String { String(cString: strerror(errno)) }

  /// So many values from an offset on; nil where the file ends before.
  func values<Value: BitwiseCopyable>(
    _ type: Value.Type, at offset: Int, count: Int
  ) -> UnsafeBufferPointer<Value>? {
    guard offset >= 0, count >= 0, offset % MemoryLayout<Value>.alignment == 0,
      count <= (bytes.count - offset) / MemoryLayout<Value>.stride
    else { return nil }
    let part = UnsafeRawBufferPointer(
      rebasing: bytes[offset..<(offset + count * MemoryLayout<Value>.stride)])
    return part.bindMemory(to: Value.self)
  }
}

/// Writes a file and makes it durable before it gets its name.
struct DurableFile {
  private let descriptor: Int32
  private let doing: String
  private(set) var size = 0

  init(_ path: String, doing: String) throws(Fault) {
    self.doing = doing
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Fault(doing, cause: MappedFile.reason) }
  }

  mutating func write<Value: BitwiseCopyable>(_ values: [Value]) throws(Fault) {
    let failure = values.withUnsafeBytes { bytes in
      var done = 0
      while done < bytes.count {
        let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
        let written = Foundation.write(descriptor, rest.baseAddress, rest.count)
        if written < 0, errno == EINTR { continue }
        guard written > 0 else { return MappedFile.reason }
        done += written
      }
      return ""
    }
    guard failure.isEmpty else { throw Fault(doing, cause: failure) }
    size += values.count * MemoryLayout<Value>.stride
  }

  /// Fills up to the next page, where a part of the file may begin.
  mutating func pad() throws(Fault) {
    let gap = (4096 - size % 4096) % 4096
    try write([UInt8](repeating: 0, count: gap))
  }

  func writeHead(_ bytes: [UInt8]) throws(Fault) {
    guard pwrite(descriptor, bytes, bytes.count, 0) == bytes.count else {
      throw Fault(doing, cause: MappedFile.reason)
    }
  }

  func sync() throws(Fault) {
    guard fsync(descriptor) == 0 else { throw Fault(doing, cause: MappedFile.reason) }
  }

  func end() { close(descriptor) }

  /// Makes names in a folder durable.
  static func syncFolder(_ path: String, doing: String) throws(Fault) {
    let folder = open(path, O_RDONLY | O_DIRECTORY)
    guard folder >= 0 else { throw Fault(doing, cause: MappedFile.reason) }
    defer { close(folder) }
    guard fsync(folder) == 0 else { throw Fault(doing, cause: MappedFile.reason) }
  }
}
