import ArgumentParser
import Foundation
import Records
import Vocabulary
import Words

struct Match: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match",
    abstract: "Finds people: index, query, add, explain, evaluate, learn, rebuild, pairs.",
    discussion: """
      docs/matching.md describes the files. Rows that cannot be read are named by line and column \
      on the error output, the rest is answered, and the exit status is 1.
      """,
    subcommands: [
      MatchIndexing.self, MatchQuerying.self, MatchAdding.self, MatchExplaining.self,
      MatchEvaluating.self, MatchLearning.self, MatchRebuilding.self, MatchPairs.self,
    ])
}

struct MatchIndexing: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index", abstract: "Builds an index of a register.")

  @Option(help: "The register (register.csv).")
  var register: String

  @Option(help: "The folder of the index; an index already there is replaced once all is built.")
  var index: String

  @Option(help: "How many threads.")
  var threads: Int = 2

  func run() async throws {
    let outcome = try reported {
      try IndexBuild(
        folder: index, threads: threads, progress: { complain("\($0) rows read") }
      ).run(register: register)
    }
    complain("\(outcome.rows) rows indexed under \(outcome.postings) keys")
    try end(with: outcome.broken)
  }
}

struct MatchQuerying: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Answers a file of applicants, as q_id,rank,rec_id,weight,outcome.")

  @OptionGroup var opened: OpenedIndex

  @Option(help: "The applicants (queries.csv).")
  var queries: String

  @Flag(help: "Lists candidates below review too, as 'below'.")
  var all = false

  @Option(help: "How many threads.")
  var threads: Int = 2

  func run() async throws {
    let broken = try reported {
      let index = try opened.open(keeping: .held)
      complain("register version \(index.registerVersion), weights \(index.weights.version)")
      var answers = AnswerLines(index, listsAll: all)
      answers.begin()
      let broken = try MatchBatch(index, threads: threads).answer(queries: queries, listsAll: all) {
        answers.add($0)
      }
      answers.flush()
      return broken
    }
    try end(with: broken)
  }
}

struct MatchAdding: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Adds rows to an index; they survive a crash and are found at once.")

  @OptionGroup var opened: OpenedIndex

  @Option(help: "The rows to add, in the form of register.csv.")
  var register: String

  func run() async throws {
    let outcome = try reported {
      try RegisterAddition(try opened.open()).run(register: register)
    }
    complain("\(outcome.added) rows added")
    try end(with: outcome.broken)
  }
}

struct MatchExplaining: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Says in words why an applicant's candidates weigh what they weigh.")

  @OptionGroup var opened: OpenedIndex

  @Option(help: "The applicants (queries.csv).")
  var queries: String

  @Option(help: "The applicant's q_id.")
  var query: String

  @Option(help: "How many candidates.")
  var most: Int = 5

  @Option(help: "vi or en.")
  var language: String = "vi"

  func run() async throws {
    guard let language = Language(rawValue: language) else {
      throw ValidationError("'\(language)' is no language; it is vi or en.")
    }
    let (explanations, broken) = try reported {
      let index = try opened.open()
      let found = try MatchBatch(index, threads: 1).explain(query, in: queries)
      return (
        found.explanations?.map { ($0, index.weights.thresholds.outcome($0.weight)) }, found.broken
      )
    }
    guard let explanations else {
      guard broken.isEmpty else { return try end(with: broken) }
      complain("\(queries) has no applicant \(query)")
      throw ExitCode(1)
    }
    if explanations.isEmpty { say(MatchWords.nobody(language)) }
    for (explanation, outcome) in explanations.prefix(most) {
      say("\(explanation.id)  \(MatchWords.name(outcome, language))")
      for line in MatchWords.waterfall(explanation, language) { say("  \(line)") }
    }
  }
}

struct MatchEvaluating: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Compares answers with the truth: recall, false alarms, curve.")

  @Option(help: "The answers, best those of query --all.")
  var answers: String

  @Option(help: "The truth (truth.csv).")
  var truth: String

  func run() async throws {
    let evaluation = try reported {
      try Evaluation(answers: answers, truth: try MatchTruth(truth))
    }
    for line in EvaluationReport(evaluation).lines { say(line) }
  }
}

struct MatchLearning: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn",
    abstract: "Learns weights from a register, its applicants and the truth about them.")

  @Option(help: "The folder of the index of the register.")
  var index: String

  @Option(help: "The applicants (queries.csv).")
  var queries: String

  @Option(help: "The truth (truth.csv).")
  var truth: String

  @Option(help: "Where the weights are written.")
  var output: String

  @Option(help: "The version that the weights get.")
  var version: String

  @Option(help: "How many entries of strangers each applicant is compared with.")
  var strangers: Int = 1500

  func run() async throws {
    try reported {
      let standard = try Weights.standard()
      let opened = try MatchIndex(folder: index, weights: standard)
      var counts = LearntCounts()
      try LearningRun(index: opened, truth: try MatchTruth(truth), strangers: strangers)
        .count(queries: queries, into: &counts)
      try counts.write(
        to: URL(fileURLWithPath: output), version: version,
        note: "Learnt by 'lylich match learn' from \(opened.count) entries "
          + "(register \(opened.registerVersion)).",
        thresholds: standard.thresholds)
    }
  }
}

/// The index that a command works on, and the weights it weighs with.
struct OpenedIndex: ParsableArguments {
  @Option(help: "The folder of the index.")
  var index: String

  @Option(help: "Weights to use in place of the program's own (made by 'match learn').")
  var weights: String?

  func open(keeping: IndexKeeping = .mapped) throws(Fault) -> MatchIndex {
    let weights =
      if let path = weights {
        try Weights.read(URL(fileURLWithPath: path))
      } else {
        try Weights.standard()
      }
    return try MatchIndex(folder: index, weights: weights, keeping: keeping)
  }
}

/// Does the work, and says what the world answered where it fails.
func reported<Result>(_ work: () throws -> Result) throws -> Result {
  do {
    return try work()
  } catch let fault as Fault {
    complain("\(fault)")
    throw ExitCode(2)
  }
}

/// Names the rows that could not be read.
private func end(with broken: [BrokenRow]) throws {
  for row in broken { complain(MatchWords.sentence(row)) }
  guard broken.isEmpty else { throw ExitCode(1) }
}
