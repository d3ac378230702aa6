import Law
import Vocabulary

/// The explanation in English, for pages shown in that language. The Vietnamese one is signed.
struct EnglishExplanation {
  private let explained: ExplainedCase
  private(set) var text = ""

  init(_ explained: ExplainedCase) {
    self.explained = explained
    text = "Judgment of \(day(conviction.judgmentOn)), in effect since "
    text += "\(day(conviction.effectiveOn)). "
    body()
    let names = explained.conclusion.provisions.names.joined(separator: "; ")
    text += " Provisions: \(names)."
  }

  private var conviction: Conviction { explained.conviction }

  private func day(_ day: CivilDate) -> String { day.vietnamese }

  private mutating func body() {
    switch explained.conclusion.ground {
    case .notEffective:
      text = "Judgment of \(day(conviction.judgmentOn)), which takes effect on "
      text += "\(day(conviction.effectiveOn)), after \(day(explained.day)): no conviction yet."
    case .annulled(let on): text += "It was annulled on \(day(on))."
    case .amnestied(let on): text += "A general amnesty cleared it from \(day(on))."
    case .expungedByCourt(let on): text += "A court cleared it, or certified so, from \(day(on))."
    case .exempt: text += "It exempts from punishment, so it never counts."
    case .juvenileMeasure: text += "A school measure was applied, so it never counts."
    case .offencesNotCounted:
      offences()
      text += "Each offence is one that never counts."
    case .offenceUnclear(let index):
      offences()
      text += "The class or the fault of \(place(conviction.offences[index])) is unknown and "
      text += "decides whether the judgment counts: ask the court."
    case .agesMixed:
      offences()
      text += "Offences under and over eighteen in one judgment: an officer must decide."
    case .expulsion:
      text += "Expulsion as principal penalty has no term in the law: an officer must decide."
    case .reckoned(let reckoning): reckoned(reckoning)
    }
  }

  private func place(_ offence: Offence) -> String {
    SentenceWords.place(of: offence, in: .english)
  }

  private mutating func offences() {
    for offence in conviction.offences {
      text += "\(place(offence)) (\(SentenceWords.name(offence.gravity, in: .english)), "
      text += "\(SentenceWords.name(offence.fault, in: .english))) on \(day(offence.committedOn)), "
      text += "at the age of \(explained.age(on: offence.committedOn)). "
    }
  }

  private mutating func reckoned(_ reckoning: Reckoning) {
    let principal = conviction.principal
    text += "Principal penalty: \(SentenceWords.name(principal, in: .english)), "
    text += principal.completed.map(words) ?? "nothing to complete"
    if let limitation = principal.limitationExpiredOn {
      text += "; limitation of execution: \(day(limitation))"
    }
    text += ". "
    if reckoning.route != .juvenile {
      for penalty in conviction.supplementary {
        text += "\(SentenceWords.name(penalty.kind, in: .english)): \(words(penalty.completed)). "
      }
      for obligation in conviction.obligations {
        text += "\(SentenceWords.name(obligation.kind, in: .english)): "
        text += "\(words(obligation.completed)). "
      }
    }
    for restart in reckoning.restarts {
      let other = explained.history.convictions[restart.conviction]
      text +=
        "New offence on \(day(restart.actOn)) (judgment of \(day(other.judgmentOn))): the term "
      text += "starts again with its sentence. "
    }
    term(reckoning)
    outcome(reckoning)
  }

  private func words(_ completed: Completion) -> String {
    switch completed {
    case .on(let on): on > explained.day ? "ends on \(day(on))" : "completed on \(day(on))"
    case .no: "not completed"
    case .unknown: "unknown whether completed"
    }
  }

  private mutating func term(_ reckoning: Reckoning) {
    guard let start = reckoning.start, let end = reckoning.termEnd else { return }
    switch reckoning.route {
    case .juvenile: text += "Every offence was committed under eighteen. "
    case .court: text += "Only a court can clear it. "
    case .law: break
    }
    text += "Term: \(reckoning.years) years from \(day(start.on)), until \(day(end)). "
    if let part = reckoning.decisive {
      text += "Last to be done: \(SentenceWords.name(part, of: conviction, in: .english)). "
    }
    switch reckoning.transition {
    case nil: break
    case .later: text += "In effect before 2018: the Code of 2015 applies, being more favourable. "
    case .floor: text += "The Code of 2015 applies to it from 01/01/2018 on. "
    case .code1999(let whole, let years):
      text += "The Code of 1999 cleared it before: \(years) years from \(day(whole)). "
    }
  }

  private mutating func outcome(_ reckoning: Reckoning) {
    switch reckoning.outcome {
    case .dated:
      guard let from = reckoning.day else { return }
      switch explained.conclusion.status {
      case .expunged: text += "Cleared by operation of law from \(day(from))."
      case .awaitingCourtDecision: text += "A court may be asked from \(day(from)) on."
      case .active, .neverCounted, .needsVerification, .annulled, .notEffective:
        text += "Not cleared; without a new offence it will be from \(day(from))."
      }
    case .notDone(let part):
      text += "Not cleared: \(SentenceWords.name(part, of: conviction, in: .english)) is not done."
    case .startUnknown:
      text += "To be verified: whether the principal penalty is completed, and when."
    case .partUnknown(let part):
      let name = SentenceWords.name(part, of: conviction, in: .english)
      text +=
        explained.conclusion.status == .needsVerification
        ? "To be verified: whether \(name) is done."
        : "Not cleared yet; whether \(name) is done is unknown too."
    case .newSentenceNotDone(let index):
      let other = explained.history.convictions[index]
      text += "Not cleared: the new sentence of \(day(other.judgmentOn)) is not completed."
    case .newSentenceUnknown(let index):
      let other = explained.history.convictions[index]
      text += "To be verified: whether the new sentence of \(day(other.judgmentOn)) is completed."
    case .pendingAct(let index):
      text += "To be verified: a prosecution is pending for an act of "
      text += "\(day(explained.history.pendingActs[index])), within the term."
    case .unsettledAct(_, let on):
      text += "To be verified: a judgment not yet in effect is about an act of \(day(on)), within "
      text += "the term."
    }
  }
}
