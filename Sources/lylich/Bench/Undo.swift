import Foundation
import Glibc
import Synchronization

/// What was made for a measurement and must be gone after it: also where somebody ends the program
/// midway with Ctrl-C or SIGTERM.
final class Undo: Sendable {
  private let what: @Sendable () -> Void

  private init(_ what: @escaping @Sendable () -> Void) {
    self.what = what
  }

  /// Remembers what is to be undone, once, by `now` or by a signal.
  static func later(_ what: @escaping @Sendable () -> Void) -> Undo {
    _ = signals
    let undo = Undo(what)
    pending.withLock { $0.append(undo) }
    return undo
  }

  func now() {
    if take() { what() }
  }

  /// It has ended by itself.
  func forget() {
    _ = take()
  }

  private func take() -> Bool {
    Self.pending.withLock { pending in
      let before = pending.count
      pending.removeAll { $0 === self }
      return pending.count < before
    }
  }

  // MARK: - Signals

  /// In the order in which they were made.
  private static let pending = Mutex<[Undo]>([])

  /// A handler may do no more than write into this pipe; a thread of its own reads it.
  private static let signals: [Int32] = {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return [] }
    signalPipe = ends[1]
    let (readEnd, signals) = (ends[0], [SIGINT, SIGTERM])
    Thread.detachNewThread {
      var number: UInt8 = 0
      while read(readEnd, &number, 1) != 1 {}
      // The last first: a server ends before its files and tables go.
      while let last = pending.withLock({ $0.popLast() }) { last.what() }
      exit(128 + Int32(number))
    }
    for number in signals { signal(number, tell) }
    return signals
  }()
}

private nonisolated(unsafe) var signalPipe: Int32 = -1

private func tell(_ number: Int32) {
  var byte = UInt8(truncatingIfNeeded: number)
  write(signalPipe, &byte, 1)
}
