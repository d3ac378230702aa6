import Vocabulary

/// Whether a history can be judged at all. Types hold what they can; this holds the rest.
enum HistoryCheck {
  static let firstDay = CivilDate(2018, 1, 1)

  static func flaw(in history: ConvictionHistory, asOf day: CivilDate) -> HistoryFlaw? {
    if day < firstDay { return HistoryFlaw("asOf", .dayBeforeCode2015) }
    let fourteenOn = TermDays.birthday(14, bornOn: history.bornOn)
    for index in history.convictions.indices {
      if let flaw = flaw(in: history.convictions[index], fourteenOn: fourteenOn) {
        return flaw.below("convictions[\(index)]")
      }
    }
    return repeatedID(in: history.convictions)
  }

  private static func flaw(in conviction: Conviction, fourteenOn: CivilDate) -> HistoryFlaw? {
    if conviction.effectiveOn < conviction.judgmentOn {
      return HistoryFlaw("effectiveOn", .effectBeforeJudgment)
    }
    if conviction.offences.isEmpty { return HistoryFlaw("offences", .noOffence) }
    for index in conviction.offences.indices {
      let act = conviction.offences[index].committedOn
      if act < fourteenOn {
        return HistoryFlaw("offences[\(index)].committedOn", .actBeforeFourteen)
      }
      if act > conviction.judgmentOn {
        return HistoryFlaw("offences[\(index)].committedOn", .actAfterJudgment)
      }
    }
    return flaw(in: conviction.principal)
  }

  private static func flaw(in principal: PrincipalPenalty) -> HistoryFlaw? {
    if let months = principal.months, months < 1 {
      return HistoryFlaw("principal.months", .notACount)
    }
    switch principal.kind {
    case .imprisonment, .suspendedImprisonment:
      if principal.months == nil { return HistoryFlaw("principal.months", .missing) }
    case .exempt, .juvenileMeasure:
      return nil
    case .warning, .fine, .nonCustodialReform, .lifeImprisonment, .deathCommuted, .expulsion:
      break
    }
    return principal.completed == nil ? HistoryFlaw("principal.completed", .missing) : nil
  }

  /// Ids are compared byte by byte. For the usual two or three convictions a set is too dear.
  private static func repeatedID(in convictions: [Conviction]) -> HistoryFlaw? {
    if convictions.count > 16 {
      var seen: Set<[UInt8]> = []
      for index in convictions.indices
      where !seen.insert(Array(convictions[index].id.utf8)).inserted {
        return HistoryFlaw("convictions[\(index)].id", .idTwice)
      }
      return nil
    }
    for index in convictions.indices.dropFirst() {
      for earlier in 0..<index
      where convictions[earlier].id.utf8.elementsEqual(convictions[index].id.utf8) {
        return HistoryFlaw("convictions[\(index)].id", .idTwice)
      }
    }
    return nil
  }
}
