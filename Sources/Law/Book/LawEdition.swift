package import Vocabulary

/// The book as it stood after one of its changes, read and checked.
package struct LawEdition: Sendable {
  /// The number of its latest change; 0 for the rows that came with the program.
  package let number: Int
  package let profiles: [IssuerProfile]
  let files: [String: JSONValue]
  let calendarFile: CalendarFile
  let national: NationalLaw
  private let origins: [Place: Int]

  struct Place: Hashable, Sendable {
    let file: String
    let table: RuleTable
    let row: String
  }

  struct TablePlace: Hashable, Sendable {
    let file: String
    let table: RuleTable
  }

  init(
    number: Int, files: [String: JSONValue], origins: [Place: Int]
  ) throws(Fault) {
    func content<Content: Codable>(
      _ name: String, as type: Content.Type
    ) throws(Fault) -> Content {
      guard let tree = files[name] else { throw Fault("reading \(name)", cause: "it is missing") }
      return try LawFile.decode(tree, as: type, doing: "reading \(name).json")
    }
    let national = NationalLaw(
      ruleSets: try content("national/rule-sets", as: RuleSetFile.self),
      fees: try content("national/fees", as: FeeFile.self),
      purposes: try content("national/purposes", as: PurposeFile.self),
      keeping: try content("keeping", as: KeepingFile.self))
    var profiles: [IssuerProfile] = []
    for name in files.keys.sorted() where name.hasPrefix("profiles/") {
      let file = try content(name, as: ProfileFile.self)
      profiles.append(
        IssuerProfile(
          id: String(name.dropFirst("profiles/".count)), edition: number, rows: file,
          national: national))
    }
    self.number = number
    self.files = files
    self.profiles = profiles
    self.national = national
    self.calendarFile = try content("calendar", as: CalendarFile.self)
    self.origins = origins
  }

  package func profile(_ id: String) -> IssuerProfile? {
    profiles.first { $0.id == id }
  }

  /// The days that the office of a profile works.
  package func calendar(of profile: IssuerProfile) -> WorkingCalendar {
    OfficeCalendar.calendar(of: calendarFile, saturdays: profile.rows.saturdays)
  }

  /// How long suppliers have for documents whose term begins on that day.
  package func supplyTerm(on day: CivilDate) throws(Fault) -> SupplyTerm {
    var rows = DayRows(day: day, doing: "reading the term of suppliers on \(day.iso)")
    return try rows.needed(national.ruleSets.supply, of: RuleTable.supply.rawValue)
  }

  /// How long drafts are kept that were left alone on that day.
  package func draftKeeping(on day: CivilDate) throws(Fault) -> DraftKeeping {
    var rows = DayRows(day: day, doing: "reading how long drafts are kept on \(day.iso)")
    return try rows.needed(national.keeping.drafts, of: RuleTable.drafts.rawValue)
  }

  /// How long a person has to answer a request for a supplement that is made on that day.
  package func supplementTime(on day: CivilDate) throws(Fault) -> SupplementTime {
    var rows = DayRows(day: day, doing: "reading how long an answer may take on \(day.iso)")
    return try rows.needed(national.keeping.supplements, of: RuleTable.supplements.rawValue)
  }

  /// How long each step of a case may take, for steps that begin on that day, by the step's name.
  package func stepLimits(on day: CivilDate) throws(Fault) -> [String: StepLimit] {
    var rows = DayRows(day: day, doing: "reading how long a step may take on \(day.iso)")
    var limits: [String: StepLimit] = [:]
    for limit in rows.all(national.keeping.steps, of: RuleTable.steps.rawValue) {
      guard limits.updateValue(limit, forKey: limit.step) == nil else {
        throw Fault(rows.doing, cause: "two rows of '\(limit.step)' are valid; end the older one")
      }
    }
    return limits
  }

  /// The words for a holiday's code, for the page that explains a date.
  package var holidayNames: [String: Bilingual] {
    Dictionary(calendarFile.holidays.map { ($0.row.code, $0.row.name) }) { first, _ in first }
  }

  /// The rows of a table, by what they are about and then by their days.
  package func rows(of table: RuleTable, profile: String) -> [RuleRow] {
    let file = table.file(of: profile)
    guard case .list(let rows)? = files[file]?[table.key] else { return [] }
    return rows.map { json in
      let place = Place(file: file, table: table, row: table.name(of: json))
      return RuleRow(
        table: table, json: json, origin: origins[place].map { .change($0) } ?? .program)
    }.sorted {
      (table.subject(of: $0.json), $0.from?.dayNumber ?? 0)
        < (table.subject(of: $1.json), $1.from?.dayNumber ?? 0)
    }
  }

  package func row(_ name: String, of table: RuleTable, profile: String) -> RuleRow? {
    rows(of: table, profile: profile).first { $0.name == name }
  }

  /// A row to begin a new one from: the latest of the table, be it another agency's.
  package func pattern(of table: RuleTable, profile: String) -> RuleRow? {
    for id in [profile] + profiles.map(\.id) {
      if let row = rows(of: table, profile: id).max(by: {
        ($0.from?.dayNumber ?? 0) < ($1.from?.dayNumber ?? 0)
      }) {
        return row
      }
    }
    return nil
  }

  /// Puts every rule set together, on each day on which one begins, from that day on. A fault says
  /// what is missing.
  func examine(since first: CivilDate?) throws(Fault) {
    for profile in profiles {
      var days = profile.turningDays
      guard let start = days.first else { continue }
      days += daysAfterAnEnd.filter { $0 > start }
      if let first, first > start { days = days.filter { $0 >= first } + [first] }
      for day in Set(days).sorted() where profile.lawUntil.map({ day <= $0 }) ?? true {
        try examine(profile.rules(on: day), of: profile)
      }
    }
  }

  private func examine(_ rules: RuleSet, of profile: IssuerProfile) throws(Fault) {
    let doing = "reading the rules of \(profile.id) on \(rules.legalDay.iso)"
    guard !rules.fees.groups.isEmpty else { throw Fault(doing, cause: "there is no fee group") }
    guard !rules.purposes.isEmpty else { throw Fault(doing, cause: "there is no purpose") }
    let number = rules.caseNumber(on: rules.legalDay, sequence: 1).text
    guard CaseNumber(number) != nil else {
      throw Fault(doing, cause: "'\(rules.caseNumbering.agencyCode)' begins no case number")
    }
    _ = try supplyTerm(on: rules.legalDay)
    _ = try supplementTime(on: rules.legalDay)
    for limit in try stepLimits(on: rules.legalDay).values where !limit.isSound {
      throw Fault(doing, cause: "the step '\(limit.step)' would be warned of before it begins")
    }
    let keeping = try draftKeeping(on: rules.legalDay)
    guard keeping.remindAfterDays < keeping.purgeAfterDays else {
      throw Fault(doing, cause: "a draft would be deleted before its reminder")
    }
  }

  /// The days from which a row is missing, if nothing follows it.
  private var daysAfterAnEnd: [CivilDate] {
    files.values.flatMap { content -> [CivilDate] in
      guard case .object(let tables) = content else { return [] }
      return tables.values.flatMap { table -> [CivilDate] in
        guard case .list(let rows) = table else { return [] }
        return rows.compactMap { $0["validTo"]?.day?.adding(days: 1) }
      }
    }
  }
}
