import Vocabulary

/// Tries each value that each missing fact could take, one fact at a time, by asking the rules
/// again.
struct WhatIf {
  /// More unknown facts than these are named without being tried: no person has them, and a line
  /// made to cost us must not.
  private static let most = 64

  private let question: ExpungementQuestion
  private let answer: ExpungementAnswer
  private var tried: [Tried] = []

  private struct Tried {
    let fact: MissingFact
    let outcomes: [(value: String, answer: ExpungementAnswer)]
  }

  init(_ answer: ExpungementAnswer, to question: ExpungementQuestion) {
    self.question = question
    self.answer = answer
    for (count, fact) in facts().enumerated() {
      tried.append(Tried(fact: fact, outcomes: count < Self.most ? outcomes(of: fact) : []))
    }
  }

  /// The conviction's own missing facts, and those of others that would change it by themselves.
  func missing(about index: Int) -> [MissingFact] {
    tried.compactMap { tried in
      var fact = tried.fact
      let now = answer.convictions[index].status
      let isOwn = fact.conviction == index
      for outcome in tried.outcomes {
        let then = outcome.answer.convictions[index]
        guard then.status != now || isOwn && outcome.answer.result != answer.result else {
          continue
        }
        let change = MissingFact.Change(
          value: outcome.value, status: then.status, from: then.from,
          result: outcome.answer.result)
        let isKnown = fact.changes.contains {
          $0.status == change.status && $0.result == change.result
        }
        if !isKnown { fact.changes.append(change) }
      }
      return isOwn || !fact.changes.isEmpty ? fact : nil
    }
  }

  private func facts() -> [MissingFact] {
    var facts: [MissingFact] = []
    for (index, conviction) in question.history.convictions.enumerated() {
      func add(_ field: String, _ part: MissingFact.Part, _ holder: FactHolder) {
        facts.append(
          MissingFact(
            field: "convictions[\(index)].\(field)", conviction: index, part: part,
            holder: holder, changes: []))
      }
      for (row, offence) in conviction.offences.enumerated() {
        if offence.gravity == .unknown { add("offences[\(row)].class", .gravity(row), .court) }
        if offence.fault == .unknown { add("offences[\(row)].fault", .fault(row), .court) }
      }
      for (part, field) in parts(of: conviction) {
        add(field, .completion(part), .of(part, in: conviction))
      }
      if conviction.effectiveOn > question.asOf { add("effectiveOn", .effect, .court) }
    }
    for index in question.history.pendingActs.indices {
      facts.append(
        MissingFact(
          field: "subject.pending[\(index)]", conviction: nil, part: .pending(index),
          holder: .prosecution, changes: []))
    }
    return facts
  }

  /// The parts of which it is unknown whether they are done.
  private func parts(of conviction: Conviction) -> [(SentencePart, String)] {
    var parts: [(SentencePart, String)] = []
    if conviction.principal.completed == .unknown {
      parts.append((.principal, "principal.completed"))
    }
    for (row, part) in conviction.supplementary.enumerated() where part.completed == .unknown {
      parts.append((.supplementary(row), "supplementary[\(row)].completed"))
    }
    for (row, part) in conviction.obligations.enumerated() where part.completed == .unknown {
      parts.append((.obligation(row), "obligations[\(row)].completed"))
    }
    return parts
  }

  private func outcomes(
    of fact: MissingFact
  ) -> [(value: String, answer: ExpungementAnswer)] {
    alternatives(to: fact).compactMap { value, history in
      do throws(HistoryFlaw) {
        return (value, try Expungement.answer(history, asOf: question.asOf))
      } catch {
        // A value with which the history cannot be is none that the fact could take.
        return nil
      }
    }
  }

  private func alternatives(to fact: MissingFact) -> [(String, ConvictionHistory)] {
    let index = fact.conviction ?? 0
    switch fact.part {
    case .completion(let part):
      return days(for: index).map { value, completion in
        (value, changed { $0.convictions[index].complete(part, completion) })
      }
    case .gravity(let row):
      return Gravity.allCases.filter { $0 != .unknown }.map { gravity in
        (gravity.rawValue, changed { $0.convictions[index].offences[row].gravity = gravity })
      }
    case .fault(let row):
      return FaultForm.allCases.filter { $0 != .unknown }.map { fault in
        (fault.rawValue, changed { $0.convictions[index].offences[row].fault = fault })
      }
    case .pending(let row):
      return [("dismissed", changed { $0.pendingActs.remove(at: row) })]
    case .effect:
      // Its acts are none for which a judgment stands; its place stays.
      return [("annulled", changed { $0.convictions[index].withdraw(on: question.asOf) })]
    }
  }

  private func changed(_ change: (inout ConvictionHistory) -> Void) -> ConvictionHistory {
    var history = question.history
    change(&history)
    return history
  }

  /// Not done; done at once; done today; and on the days of later acts, where another day may
  /// let a term begin or end on the other side of an act.
  private func days(for index: Int) -> [(String, Completion)] {
    let effective = question.history.convictions[index].effectiveOn
    let acts = question.history.convictions.flatMap { $0.offences.map(\.committedOn) }
      .filter { $0 > effective && $0 < question.asOf }
    let days = [effective, question.asOf] + Array(Set(acts)).sorted().prefix(8)
    return [("no", .no)] + days.map { ($0.iso, .on($0)) }
  }
}

extension Conviction {
  fileprivate mutating func complete(_ part: SentencePart, _ completion: Completion) {
    switch part {
    case .principal: principal.completed = completion
    case .supplementary(let row): supplementary[row].completed = completion
    case .obligation(let row): obligations[row].completed = completion
    }
  }

  /// The judgment is annulled as if it had been in effect, so that its acts restart nothing.
  fileprivate mutating func withdraw(on day: CivilDate) {
    effectiveOn = max(judgmentOn, min(effectiveOn, day))
    annulledOn = day
  }
}
