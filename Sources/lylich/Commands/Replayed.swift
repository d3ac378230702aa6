import ArgumentParser
import Assessment
import Desk
import Law
import Store
import Vocabulary

struct Replayed: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Let the rules conclude again from the facts that were stored with a case's finding.",
    discussion: """
      Says whether the same answer comes out as of the day of the finding, and whether today's
      rules, today's record or today's date would give another. It reads and changes nothing;
      judgments are named by their ids, never by their person.

      Exit status: 0 the same answer, 1 another, 2 where the case cannot be replayed: there is no
      such case, no finding, or a finding of the time before the rules concluded.
      """)

  @Argument(help: "The case number, such as 000.00.10.H13-261121-0007.")
  var number: String

  @OptionGroup var common: CommonOptions

  func run() async throws {
    try await reporting {
      let place = try await common.place()
      let database = try Database.open(place.database, connections: 1)
      defer { database.close() }
      try await Migrations.verify(database)
      let replay: Replay
      do {
        replay = try await Replay.run(
          number: number, in: database, on: Instant.now.civilDate)
      } catch let refusal as ReplayRefusal {
        complain(sentence(refusal))
        throw ExitCode(2)
      }
      for line in replay.report { say(line) }
      guard replay.isSame else { throw ExitCode(1) }
    }
  }

  private func sentence(_ refusal: ReplayRefusal) -> String {
    switch refusal {
    case .noSuchCase: "There is no case with this number here."
    case .noFinding: "Nothing has been found in this case yet."
    case .findingBeforeTheRules:
      "The finding of this case was entered by an officer before the rules concluded; no facts "
        + "were stored with it, so there is nothing to conclude from."
    }
  }
}

extension Replay {
  /// The answer in sentences.
  fileprivate var report: [String] {
    var lines = [
      "Finding of \(assessedAt.vietnamese), as of \(asOf.vietnamese).",
      "Rules of expungement then: edition \(versions.rules). "
        + (rulesChanged ? "Now: edition \(rulesNow)." : "They are those of today."),
    ]
    lines += ruleSetReport
    lines += stored.map { "  judgment \($0.id): \($0.words)" }
    lines += personReport
    if stored == again {
      lines.append(
        "SAME: the stored facts give the same answer"
          + (rulesChanged ? ", although the rules have changed since." : "."))
    } else {
      lines.append(
        "DIFFERENT: the stored facts give another answer"
          + (rulesChanged
            ? ", for the rules have changed since:" : ", by the same edition of the rules:"))
      lines += differences(stored, again)
    }
    if isWordedAlike == false { lines.append("The explanation is worded otherwise today.") }
    lines += recordReport + todayReport
    return lines
  }

  /// The rows of the agency: those of the case, and those of a case of today.
  private var ruleSetReport: [String] {
    let version = versions.ruleVersion.map { " \($0)" } ?? ""
    let then = "Rule set of the case: \(versions.ruleSet)\(version). "
    let rows =
      switch hasSameRows {
      case true?: "Its rows come out the same again."
      case false?: "Its rows come out otherwise: \(ruleSetAgain?.version ?? "none")."
      case nil: "Which rows it had was not kept."
      }
    let today = ruleSetToday.map { "A case of today has \($0.id) \($0.version)." }
    return [then + rows] + (today.map { [$0] } ?? [])
  }

  private var personReport: [String] {
    guard let person else { return ["The register was not searched for the person in those days."] }
    var lines = [
      "Register searched: version \(person.register), weights \(person.weights), "
        + "\(person.compared) of \(person.entries) entries compared in full."
    ]
    lines += person.candidates.map { candidate in
      let weight = candidate.weight.map { ", weight \($0)" } ?? ""
      let people = candidate.isRemembered ? "remembered" : "by \(candidate.people)"
      return "  record \(candidate.record): \(candidate.outcome.rawValue)\(weight), "
        + "\(candidate.verdict), \(people)"
        + (candidate.addsUp ? "" : ": THE STORED WEIGHTS DO NOT ADD UP")
    }
    if !person.isSame, person.candidates.allSatisfy(\.addsUp) {
      lines.append("DIFFERENT: the finding rests on other records than were decided.")
    }
    return lines
  }

  private var recordReport: [String] {
    guard let byRecordNow else { return ["No record of the person was or is held here."] }
    let documents =
      "last document then \(versions.lastDocument ?? "none"), now \(lastDocumentNow ?? "none")"
    guard recordChanged || byRecordNow != again else {
      return ["The record is as it was (\(documents))."]
    }
    guard byRecordNow != again else {
      return ["The record has changed (\(documents)); it would give the same answer."]
    }
    return ["Today's record would give another answer for that day (\(documents)):"]
      + differences(again, byRecordNow)
  }

  private var todayReport: [String] {
    guard today != byRecordNow ?? again else {
      return ["On \(todayIs.vietnamese) the answer would be the same."]
    }
    return ["On \(todayIs.vietnamese) the answer would be another:"]
      + differences(byRecordNow ?? again, today)
  }

  private func differences(_ before: [Line], _ after: [Line]) -> [String] {
    let ids = (before + after).map(\.id)
    var seen: Set<String> = []
    return ids.filter { seen.insert($0).inserted }.compactMap { id in
      let old = before.first { $0.id == id }
      let new = after.first { $0.id == id }
      guard old != new else { return nil }
      return "  judgment \(id): \(old?.words ?? "not there") → \(new?.words ?? "not there")"
    }
  }
}

extension Replay.Line {
  fileprivate var words: String {
    let name =
      switch status {
      case .active: "not cleared"
      case .expunged: "cleared"
      case .neverCounted: "never counted"
      case .awaitingCourtDecision: "for the court to clear"
      case .needsVerification: "needs verification"
      case .annulled: "annulled"
      case .notEffective: "not in effect"
      }
    return from.map { "\(name), from \($0.vietnamese)" } ?? name
  }
}
