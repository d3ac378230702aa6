import Vocabulary

// Quá trình cư trú của bản thân, from the age of 14 by month.
extension Reader {
  /// Oldest first. The history is only looked at as a whole when every row can be read: a gap
  /// beside an unreadable month would be a second complaint about the same slip.
  mutating func residences(birth: BirthDate?) -> [Residence]? {
    let before = lacks.count
    var rows: [(row: Int, residence: Residence)] = []
    for row in filledRows(of: .residences) {
      guard let residence = residence(row, birth: birth) else { continue }
      rows.append((row, residence))
    }
    guard lacks.count == before, let birth else { return nil }
    rows.sort { ($0.residence.from, $0.row) < ($1.residence.from, $1.row) }
    checkHistory(rows, birth: birth)
    warnOfOverlaps(rows)
    return lacks.count == before ? rows.map(\.residence) : nil
  }

  /// The rows that have anything, up to the table's limit; more than that is a lack.
  mutating func filledRows(of table: FormTable) -> [Int] {
    let rows = (0..<form.rows(of: table)).filter { !form.isBlankRow($0, of: table) }
    guard rows.allSatisfy({ $0 < table.rowLimit }) else {
      note(.tooManyRows(limit: table.rowLimit), at: table.field)
      return rows.filter { $0 < table.rowLimit }
    }
    return rows
  }

  private mutating func residence(_ row: Int, birth: BirthDate?) -> Residence? {
    let before = lacks.count
    let from = residenceFrom(row, birth: birth)
    let until = residenceUntil(row)
    if let from, let until, until < from {
      note(.endsBeforeStart, at: FieldName(.residenceUntil, row: row))
    }
    let place = needed(FieldName(.residencePlace, row: row))
    let kind = choice(FieldName(.residenceKind, row: row), of: ResidenceKind.self)
    let occupation = needed(FieldName(.residenceOccupation, row: row))
    let workplace = text(FieldName(.residenceWorkplace, row: row))
    guard lacks.count == before, let from, let place, let kind, let occupation, let workplace
    else { return nil }
    return Residence(
      from: from, until: until, place: place, kind: kind, occupation: occupation,
      workplace: workplace)
  }

  private mutating func residenceFrom(_ row: Int, birth: BirthDate?) -> YearMonth? {
    let name = FieldName(.residenceFrom, row: row)
    guard !isBlank(form[name]) else {
      note(.missing, at: name)
      return nil
    }
    guard let from = pastMonth(name) else { return nil }
    if let birth, from < YearMonth(of: birth.earliest) { note(.beforeBirth, at: name) }
    return from
  }

  /// Empty, or `nay` as the paper form has it: the residence lasts.
  private mutating func residenceUntil(_ row: Int) -> YearMonth? {
    let name = FieldName(.residenceUntil, row: row)
    guard let text = text(name), !Reader.toThisDay.contains(text.lowercased()) else { return nil }
    return pastMonth(name)
  }

  private static let toThisDay: Set<String> = [
    "", "nay", "đến nay", "hiện nay", "bây giờ", "now", "present", "today",
  ]
}

// The history as a whole.
extension Reader {
  /// Every month from the one of the 14th birthday to this one lies in some residence. Of a birth
  /// whose day is unknown the earliest possible is taken: the longer history is the safe one.
  private mutating func checkHistory(_ rows: [(row: Int, residence: Residence)], birth: BirthDate) {
    let start = YearMonth(of: birth.earliest.adding(years: rules.historyFromAge))
    guard start <= thisMonth else { return }
    guard let first = rows.first, let last = rows.last else {
      note(.noHistory(from: start, until: thisMonth), at: .residences)
      return
    }
    if exceedsAllowance(from: start, before: first.residence.from) {
      note(
        .historyStartsLate(from: start, until: first.residence.from.adding(months: -1)),
        at: FieldName(.residenceFrom, row: first.row))
    }
    var reached = start.adding(months: -1)
    var lastRow = last.row
    for (row, residence) in rows {
      let next = max(reached.adding(months: 1), start)
      if row != first.row, exceedsAllowance(from: next, before: residence.from) {
        note(
          .historyGap(from: next, until: residence.from.adding(months: -1)),
          at: FieldName(.residenceFrom, row: row))
      }
      let end = residence.until ?? thisMonth
      if end >= reached { (reached, lastRow) = (end, row) }
    }
    let next = reached.adding(months: 1)
    if exceedsAllowance(from: next, before: thisMonth.adding(months: 1)) {
      note(
        .historyStopsEarly(from: next, until: thisMonth),
        at: FieldName(.residenceUntil, row: lastRow))
    }
  }

  private func exceedsAllowance(from start: YearMonth, before end: YearMonth) -> Bool {
    end.ordinal - start.ordinal > rules.allowedGapMonths
  }

  /// One is permanently registered at one place. The month of a move belongs to both.
  private mutating func warnOfOverlaps(_ rows: [(row: Int, residence: Residence)]) {
    let permanent = rows.filter { $0.residence.kind == .permanent }
    var latest: YearMonth?
    for (row, residence) in permanent {
      let until = residence.until ?? thisMonth
      if let latest, min(latest, until).ordinal > residence.from.ordinal {
        warnings.append(
          Warning(
            at: FieldName(.residenceFrom, row: row),
            .permanentResidencesOverlap(from: residence.from, until: min(latest, until))))
      }
      latest = max(latest ?? until, until)
    }
  }
}
