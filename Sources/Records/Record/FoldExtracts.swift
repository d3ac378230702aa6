import Law
import Vocabulary

extension RecordFold {
  /// Extracts first, then the appeals that decided them again.
  mutating func foldExtracts() {
    let extracts = standing.compactMap { filed -> (FiledDocument, JudgmentExtract)? in
      guard case .judgment(let extract) = filed.document.content else { return nil }
      return (filed, extract)
    }
    var groups: [[(FiledDocument, JudgmentExtract)]] = []
    for one in extracts where one.1.appealOf == nil {
      if let place = groups.firstIndex(where: { $0[0].1.reference.isSame(as: one.1.reference) }) {
        groups[place].append(one)
      } else {
        groups.append([one])
      }
    }
    for group in groups { record.judgments.append(judgment(of: group)) }
    for (filed, extract) in extracts where extract.appealOf != nil { fold(extract, filed) }
  }

  /// One judgment of all extracts that state it: each fact from those that know it.
  private mutating func judgment(
    of group: [(FiledDocument, JudgmentExtract)]
  ) -> RecordedJudgment {
    let (first, extract) = group[0]
    var judgment = RecordedJudgment(
      extract, effectiveOn: first.document.effectiveOn, from: first.id)
    guard group.count > 1 else { return judgment }
    let place = first.id
    judgment.pronouncedOn =
      settle(
        group.compactMap { filed, extract in
          extract.pronouncedOn.map { Sourced($0, from: filed.id) }
        }, .judgment(.pronouncedOn), judgment: place) ?? judgment.pronouncedOn
    judgment.effectiveOn =
      settle(
        group.compactMap { filed, _ in
          filed.document.effectiveOn.map { Sourced($0, from: filed.id) }
        }, .judgment(.effectiveOn), judgment: place) ?? judgment.effectiveOn
    // The fullest first: it is taken where all agree.
    judgment.offences =
      settle(
        group.map { Sourced($1.offences, from: $0.id) }
          .sorted { $0.value.knownFacts > $1.value.knownFacts },
        .judgment(.offences), judgment: place, agree: { $0.agree(with: $1) })
      ?? judgment.offences
    judgment.principal =
      settle(
        group.map { Sourced($1.principal, from: $0.id) }
          .sorted { $0.value.knownFacts > $1.value.knownFacts },
        .judgment(.principal), judgment: place, agree: { $0.agrees(with: $1) })
      ?? judgment.principal
    settleLists(group, &judgment)
    return judgment
  }

  private mutating func settleLists(
    _ group: [(FiledDocument, JudgmentExtract)], _ judgment: inout RecordedJudgment
  ) {
    let supplementary = settle(
      group.compactMap { filed, extract in
        extract.supplementary.map { Sourced($0, from: filed.id) }
      }, .judgment(.supplementary), judgment: judgment.source,
      agree: { Set($0.map(\.kind)) == Set($1.map(\.kind)) })
    if let supplementary {
      judgment.state(supplementary: supplementary.value, from: supplementary.source)
    }
    let obligations = settle(
      group.compactMap { filed, extract in
        extract.obligations.map { Sourced($0, from: filed.id) }
      }, .judgment(.obligations), judgment: judgment.source,
      agree: { Set($0.map(\.kind)) == Set($1.map(\.kind)) })
    if let obligations {
      judgment.state(obligations: obligations.value, from: obligations.source)
    }
  }

  /// An appeal judgment takes effect on the day it is pronounced (BLTTHS 2015, Article 355.2) and
  /// replaces what it decides again.
  private mutating func fold(_ appeal: JudgmentExtract, _ filed: FiledDocument) {
    guard let first = appeal.appealOf else { return }
    let effectiveOn = filed.document.effectiveOn ?? appeal.pronouncedOn
    guard let place = record.judgments.firstIndex(where: { $0.reference.isSame(as: first) }) else {
      var alone = RecordedJudgment(appeal, effectiveOn: effectiveOn, from: filed.id)
      alone.reference = first
      alone.appeal = Sourced(appeal.reference, from: filed.id)
      if let day = first.pronouncedOn { alone.pronouncedOn = Sourced(day, from: filed.id) }
      record.judgments.append(alone)
      return
    }
    var judgment = record.judgments[place]
    if let earlier = judgment.appeal {
      // Two appeals of one judgment: they are one only if they are the same decision.
      let settled = settle(
        [earlier, Sourced(appeal.reference, from: filed.id)], .judgment(.pronouncedOn),
        judgment: judgment.source, agree: { $0.isSame(as: $1) })
      guard settled?.source == filed.id else { return }
    }
    judgment.appeal = Sourced(appeal.reference, from: filed.id)
    judgment.effectiveOn = effectiveOn.map { Sourced($0, from: filed.id) }
    judgment.offences = Sourced(appeal.offences, from: filed.id)
    judgment.principal = Sourced(appeal.principal, from: filed.id)
    judgment.state(supplementary: appeal.supplementary, from: filed.id)
    judgment.state(obligations: appeal.obligations, from: filed.id)
    judgment.updates.append(filed.id)
    record.judgments[place] = judgment
  }
}

extension JudgmentReference {
  /// The same number of the same court. A court that is not named is any court; the number bears
  /// its year, so the day is no part of it.
  package func isSame(as other: JudgmentReference) -> Bool {
    guard plainNumber == other.plainNumber else { return false }
    if court.isEmpty || other.court.isEmpty { return true }
    return SearchKey(court) == SearchKey(other.court)
  }

  /// `47/2023/HSST` and `47/2023/HS-ST` are written for the same number.
  private var plainNumber: String {
    String(
      number.uppercased().unicodeScalars.filter { $0 != " " && $0 != "-" && $0 != "." }
        .map(Character.init))
  }
}
