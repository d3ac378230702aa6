import Law
import Vocabulary

extension RecordFold {
  /// Everything after the judgment, in the order of the days that the documents bear.
  mutating func foldUpdates() {
    var days: [Int: [Contradiction.UpdateKind: [Sourced<CivilDate>]]] = [:]
    let ordered = standing.sorted { ($0.day.dayNumber, $0.id) < ($1.day.dayNumber, $1.id) }
    for filed in ordered {
      switch filed.document.content {
      case .judgment, .identity: continue
      case .ban(let ban):
        record.bans.append(
          Sourced(
            RecordedBan(
              decisionNumber: filed.document.number, decidedOn: filed.document.issuedOn, ban: ban),
            from: filed.id))
      case .execution(let references, let parts):
        for place in places(of: references, filed) {
          for part in parts { state(part, in: place, filed) }
        }
      case .change(let references, let change):
        for place in places(of: references, filed) {
          apply(change, in: place, filed, &days[place, default: [:]])
        }
      case .expungement(let references, let day):
        for place in places(of: references, filed) {
          days[place, default: [:]][.expungement, default: []].append(Sourced(day, from: filed.id))
        }
      case .reconsideration(let references, let outcome, let day):
        for place in places(of: references, filed) where outcome == .annulled {
          days[place, default: [:]][.annulment, default: []].append(Sourced(day, from: filed.id))
        }
      }
    }
    for place in record.judgments.indices { settle(place, days[place] ?? [:]) }
  }

  /// The judgments that the document speaks of. One that no extract states makes it a stray.
  private mutating func places(
    of references: [JudgmentReference], _ filed: FiledDocument
  ) -> [Int] {
    var found: [Int] = []
    for reference in references {
      let place = record.judgments.firstIndex {
        $0.reference.isSame(as: reference) || $0.appeal?.value.isSame(as: reference) == true
      }
      guard let place else {
        noteStray(filed.id)
        continue
      }
      record.judgments[place].updates.append(filed.id)
      compareDay(of: reference, with: place, filed.id)
      if !found.contains(place) { found.append(place) }
    }
    return found
  }

  private mutating func noteStray(_ id: DocumentID) {
    guard !record.strays.contains(id) else { return }
    record.strays.append(id)
    let found = Contradiction(kind: .strayDocument, judgment: nil, documents: [id])
    if chosen(in: found) == nil { record.contradictions.append(found) }
  }

  /// The document cites the judgment with a day: it must be the extract's.
  private mutating func compareDay(
    of reference: JudgmentReference, with place: Int, _ id: DocumentID
  ) {
    let judgment = record.judgments[place]
    guard let cited = reference.pronouncedOn, let known = judgment.pronouncedOn,
      judgment.appeal?.value.pronouncedOn != cited
    else { return }
    _ = settle(
      [known, Sourced(cited, from: id)], .judgment(.pronouncedOn), judgment: judgment.source)
  }

  private mutating func state(_ part: ExecutedPart, in place: Int, _ filed: FiledDocument) {
    let statement = PartExecution.Statement(
      state: part.state, words: part.words, source: filed.id, on: filed.document.issuedOn)
    state(statement, of: part.part, in: place, filed.id)
  }

  /// A part that only an execution document mentions is listed too: the extract was incomplete.
  private mutating func state(
    _ statement: PartExecution.Statement, of part: JudgmentPart, in place: Int, _ id: DocumentID
  ) {
    switch part {
    case .principal:
      record.judgments[place].principalExecution.statements.append(statement)
    case .supplementary(let kind):
      record.judgments[place].supplementary.state(statement, of: kind, from: id)
    case .obligation(let kind):
      record.judgments[place].obligations.state(statement, of: kind, from: id)
    }
  }

  private mutating func apply(
    _ change: SentenceChange, in place: Int, _ filed: FiledDocument,
    _ days: inout [Contradiction.UpdateKind: [Sourced<CivilDate>]]
  ) {
    func ended(_ state: Completion) -> PartExecution.Statement {
      .init(state: state, words: "", source: filed.id, on: filed.document.issuedOn)
    }
    switch filed.document.kind {
    case .specialPardon, .exemptionDecision:
      // BLHS 2015, Article 73.4: exempted from the rest of the sentence counts as completed.
      state(ended(.on(change.on)), of: .principal, in: place, filed.id)
    case .conditionalRelease:
      // Article 66: the sentence is completed when the probation ends.
      let end = change.probationEndsOn.map(Completion.on) ?? .unknown
      state(ended(end), of: .principal, in: place, filed.id)
    case .generalAmnesty:
      days[.generalAmnesty, default: []].append(Sourced(change.on, from: filed.id))
    case .limitationNotice:
      days[.limitation, default: []].append(Sourced(change.on, from: filed.id))
    case .firstInstanceJudgment, .appealJudgment, .enforcementDecision, .reductionDecision,
      .postponementDecision, .suspensionDecision, .expungementDecision, .expungementCertificate,
      .cassationDecision, .reviewDecision, .bankruptcyDecision, .foreignJudgment, .prisonRelease,
      .suspendedSentenceCompletion, .nonCustodialCompletion, .expulsionCompletion,
      .identityNotice, .olderRegisterEntry, .civilEnforcementDecision, .civilEnforcementStop,
      .civilEnforcementResult, .militaryJudgment, .militaryCompletion, .communeCertificate:
      // Listed among the updates; none of them ends anything.
      break
    }
  }

  private mutating func settle(
    _ place: Int, _ days: [Contradiction.UpdateKind: [Sourced<CivilDate>]]
  ) {
    var judgment = record.judgments[place]
    func day(_ kind: Contradiction.UpdateKind) -> [Sourced<CivilDate>] { days[kind] ?? [] }
    let source = judgment.source
    judgment.courtExpungedOn = settle(
      day(.expungement), .day(.expungement), judgment: source)
    judgment.annulledOn = settle(day(.annulment), .day(.annulment), judgment: source)
    judgment.generalAmnestyOn = settle(
      day(.generalAmnesty), .day(.generalAmnesty), judgment: source)
    judgment.limitationExpiredOn = settle(
      day(.limitation), .day(.limitation), judgment: source)
    conclude(&judgment.principalExecution, .principal, of: source)
    for index in judgment.supplementary.indices {
      let part = JudgmentPart.supplementary(judgment.supplementary[index].kind)
      conclude(&judgment.supplementary[index].execution, part, of: source)
    }
    for index in judgment.obligations.indices {
      let part = JudgmentPart.obligation(judgment.obligations[index].kind)
      conclude(&judgment.obligations[index].execution, part, of: source)
    }
    judgment.updates = Array(Set(judgment.updates)).sorted()
    record.judgments[place] = judgment
  }

  /// Days that differ are a contradiction; so is "not done" on a day after it was done. Else the
  /// latest word counts.
  private mutating func conclude(
    _ execution: inout PartExecution, _ part: JudgmentPart, of judgment: DocumentID
  ) {
    let ends = execution.statements.compactMap { statement -> Sourced<CivilDate>? in
      guard case .on(let day) = statement.state else { return nil }
      return Sourced(day, from: statement.source)
    }
    guard let end = settle(ends, .completion(part), judgment: judgment) else {
      guard ends.isEmpty, let last = execution.statements.last, last.state == .no else { return }
      execution.completion = .no
      execution.source = last.source
      return
    }
    let denied = execution.statements.filter { $0.state == .no && ($0.on ?? end.value) > end.value }
    let states =
      [Sourced(Completion.on(end.value), from: end.source)]
      + denied.map { Sourced(Completion.no, from: $0.source) }
    let chosen = settle(states, .completion(part), judgment: judgment)
    execution.completion = chosen?.value ?? .unknown
    execution.source = chosen?.source
  }
}

extension Array {
  fileprivate mutating func state<Kind>(
    _ statement: PartExecution.Statement, of kind: Kind, from source: DocumentID
  ) where Element == RecordedPart<Kind> {
    var isThere = false
    for index in indices where self[index].kind == kind {
      self[index].execution.statements.append(statement)
      isThere = true
    }
    guard !isThere else { return }
    var part = RecordedPart(kind: kind, words: "", source: source)
    part.execution.statements.append(statement)
    append(part)
  }
}
