import ArgumentParser

struct BenchApplications: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "applications",
    abstract: "Whole applications, from the first page to the certificate, over HTTP.",
    discussion: """
      Citizens arrive at a steady rate, whatever the portal does; officers work from their queues; \
      the neighbours are the demo's. They are this process, the portal and its worker another, on \
      the same machine. Ends with 1 where a bar does not hold.
      """)

  @Option(help: "How long citizens arrive.")
  var seconds: Int = 600

  @Option(help: "How many citizens arrive each second.")
  var rate: Double = 16

  @Option(help: "Documents in the register of judicial records that each case is searched in.")
  var documents: Int = 100_000

  func validate() throws {
    guard (1...3600).contains(seconds) else {
      throw ValidationError("--seconds is \(seconds); it must be from 1 to 3600.")
    }
    guard rate > 0, rate <= 200 else {
      throw ValidationError("--rate is \(rate); it must be above 0 and at most 200.")
    }
  }

  func run() async throws {
    try await reporting {
      let measurement = ApplicationsMeasurement(
        seconds: seconds, perSecond: rate, documents: documents)
      guard try await measurement.run() else { throw ExitCode(1) }
    }
  }
}

struct BenchQueues: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "queues",
    abstract: "Officers' queues and searches as the archive grows to a million cases.",
    discussion: """
      The cases are loaded through the store with their journal and its tree, which lylich check \
      then looks through. A million takes several minutes and about six gigabytes of disk.
      """)

  @Option(help: "A number of cases (may be repeated, growing).")
  var size: [Int] = [10_000, 100_000, 1_000_000]

  @Option(help: "Clicks of each kind.")
  var clicks: Int = 300

  func validate() throws {
    guard size.allSatisfy({ (1...1_000_000).contains($0) }), size == Set(size).sorted() else {
      throw ValidationError("--size must grow, from 1 to 1000000.")
    }
    guard (1...100_000).contains(clicks) else {
      throw ValidationError("--clicks is \(clicks); it must be from 1 to 100000.")
    }
  }

  func run() async throws {
    try await reporting {
      guard try await QueuesMeasurement(sizes: size, clicks: clicks).run() else {
        throw ExitCode(1)
      }
    }
  }
}
