import Foundation
import Law
import Vocabulary

/// The lines of a file or of standard input, in blocks of whole lines, so that memory stays flat
/// however long the input and its lines are.
struct LineBlocks {
  /// Some whole lines, without the last line feed.
  struct Block: Sendable {
    let bytes: [UInt8]
    /// The first line's number, from 1.
    let firstLine: Int
  }

  private static let readBytes = 256 << 10

  private let descriptor: Int32
  /// What came after the last line feed.
  private var rest: [UInt8] = []
  private var line = 1
  private var isFirst = true
  /// In the middle of a line that is too long and was already handed over.
  private var isSkipping = false

  /// - Parameter file: `-` is standard input.
  init(file: String) throws(Fault) {
    guard file != "-" else {
      descriptor = STDIN_FILENO
      return
    }
    descriptor = open(file, O_RDONLY)
    guard descriptor >= 0 else {
      throw Fault("opening \(file)", cause: String(cString: strerror(errno)))
    }
  }

  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Whether more can be read without waiting; a regular file never makes us wait.
  var hasMoreAtOnce: Bool {
    var asked = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&asked, 1, 0) > 0
  }

  /// The next block; nil at the end.
  mutating func next() throws(Fault) -> Block? {
    while true {
      let fresh = try read()
      guard !fresh.isEmpty else { return takeRest() }
      if let block = block(adding: fresh) { return block }
    }
  }

  private mutating func read() throws(Fault) -> ArraySlice<UInt8> {
    var cause: Int32 = 0
    var buffer = [UInt8](unsafeUninitializedCapacity: Self.readBytes) { space, count in
      var got = -1
      repeat {
        got = Glibc.read(descriptor, space.baseAddress, Self.readBytes)
      } while got < 0 && errno == EINTR
      if got < 0 { cause = errno }
      count = max(got, 0)
    }
    if cause != 0 { throw Fault("reading the lines", cause: String(cString: strerror(cause))) }
    if isFirst {
      isFirst = false
      // A byte order mark is no part of the first line.
      if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { buffer.removeFirst(3) }
    }
    return buffer[...]
  }

  private mutating func block(adding fresh: ArraySlice<UInt8>) -> Block? {
    var fresh = fresh
    if isSkipping {
      guard let end = fresh.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      isSkipping = false
      fresh = fresh[(end + 1)...]
    }
    guard let last = fresh.lastIndex(of: UInt8(ascii: "\n")) else {
      rest += fresh
      guard rest.count > ExpungementQuestion.limitBytes else { return nil }
      isSkipping = true
      return takeRest()
    }
    rest += fresh[..<last]
    let tail = Array(fresh[(last + 1)...])
    let block = handOver()
    rest = tail
    return block
  }

  private mutating func takeRest() -> Block? {
    rest.isEmpty ? nil : handOver()
  }

  private mutating func handOver() -> Block {
    let block = Block(bytes: rest, firstLine: line)
    line += 1 + rest.withUnsafeBufferPointer { $0.count { $0 == UInt8(ascii: "\n") } }
    rest = []
    return block
  }
}
