import CDispatch
import Foundation
import Glibc
import Vocabulary

/// Seconds of processor time that this process has used: user and system, all its threads.
func processorSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// Seconds of processor time of the programs that this one has started and seen end.
func childrenProcessorSeconds() -> Double {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
  func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
  return seconds(usage.ru_utime) + seconds(usage.ru_stime)
}

/// How much of one piece of work was done, and the processor time that it took.
struct Rate: Sendable {
  let count: Int
  let cpuSeconds: Double

  var perCPUSecond: Double { cpuSeconds > 0 ? Double(count) / cpuSeconds : 0 }

  /// One piece after the other for so many seconds by the clock, after three to warm up.
  ///
  /// - Parameter work: one piece, told its number from 1.
  static func measured(
    seconds: Int, _ work: (_ number: Int) async throws -> Void
  ) async throws -> Rate {
    for number in 1...3 { try await work(number) }
    let clock = ContinuousClock()
    let end = clock.now + .seconds(seconds)
    let before = processorSeconds()
    var count = 0
    while clock.now < end {
      count += 1
      try await work(3 + count)
    }
    return Rate(count: count, cpuSeconds: processorSeconds() - before)
  }
}

/// Another process, as `/proc` shows it.
struct ProcessFacts {
  let pid: Int32

  /// Its processor time and that of its children that have ended.
  func cpuSeconds() throws(Fault) -> Double {
    let text = try read("stat")
    // The name in parentheses may hold spaces; what is counted stands after it.
    let fields = text.suffix(from: text.lastIndex(of: ")") ?? text.startIndex).split(separator: " ")
    guard fields.count > 13, let user = Double(fields[12]), let system = Double(fields[13]) else {
      throw Fault("reading the processor time of \(pid)", cause: "its stat has another shape")
    }
    return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
  }

  /// Proportional set size: what is shared counts once. As the peer counts its workers.
  func memoryKiB() throws(Fault) -> Int {
    for line in try read("smaps_rollup").split(separator: "\n") where line.hasPrefix("Pss:") {
      if let size = line.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) {
        return size
      }
    }
    throw Fault("reading the memory of \(pid)", cause: "its smaps_rollup has no Pss")
  }

  private func read(_ name: String) throws(Fault) -> String {
    let path = "/proc/\(pid)/\(name)"
    do {
      return try String(contentsOfFile: path, encoding: .utf8)
    } catch {
      throw Fault("reading \(path)", cause: "it cannot be read; has the process ended?")
    }
  }
}
