import CaseFile
import Intake
import Law
import Store
package import Vocabulary
import Words

extension Desk {
  /// How many cases one volume of the register holds.
  package static var volumeSize: Int { 500 }
  private static var listedVolumes: Int { 200 }
  /// How many cases are read at a time.
  private static var stride: Int { 100 }

  /// The volumes of a period. Of each only the place of its last case is asked for; no case is
  /// read.
  package func registerVolumes(
    from: CivilDate, to: CivilDate, by officer: ActingOfficer
  ) async throws -> RegisterView {
    let period = try Desk.period(from, to, officer)
    var view = RegisterView(from: from, to: to, volumes: [], isCut: false)
    var after: RegisterVolume.Key?
    let isThere = try await database.read { connection in
      try Cases.wereLodged(at: officer.agency, period, in: connection)
    }
    guard isThere else { return view }
    while view.volumes.count < Desk.listedVolumes {
      view.volumes.append(RegisterVolume(number: view.volumes.count + 1, after: after))
      let key = after
      let end = try await database.read { connection in
        try Cases.volumeEnd(
          at: officer.agency, period, after: key?.place, size: Desk.volumeSize, in: connection)
      }
      guard let end, end.isFollowed else { return view }
      after = .init(lodgedAt: end.lodgedAt, id: end.id)
    }
    view.isCut = true
    return view
  }

  /// One volume of the register as PDF. Its lines are read in turns; the volume is bounded. That it
  /// was taken is told first, as of the spreadsheet.
  package func registerVolume(
    _ volume: RegisterVolume, from: CivilDate, to: CivilDate, by officer: ActingOfficer
  ) async throws -> [UInt8] {
    let now = surroundings.now()
    try await tellTaken(from: from, to: to, by: officer)
    var rows: [[String: String]] = []
    let first = (volume.number - 1) * Desk.volumeSize
    try await registerLines(
      from: from, to: to, after: volume.after, most: Desk.volumeSize, by: officer
    ) { lines in
      for line in lines { rows.append(line.values(index: first + rows.count + 1)) }
    }
    guard !rows.isEmpty else { throw Refused.notFound }
    let office = try office(of: officer.agency)
    return try office.press.register(
      rows, volume: volume.number, from: from, to: to, by: office.rules(on: now.civilDate),
      at: now)
  }

  /// The register of a period as a spreadsheet, written piece by piece: memory does not grow with
  /// the period.
  package func registerTable(
    from: CivilDate, to: CivilDate, by officer: ActingOfficer,
    write: (String) async throws -> Void
  ) async throws {
    _ = try Desk.period(from, to, officer)
    // The head names nobody, and who only wants to know whether it may be read stops there.
    try await write(SpreadsheetLine.mark + SpreadsheetLine(FormWords.registerHead).text)
    try await tellTaken(from: from, to: to, by: officer)
    var count = 0
    try await registerLines(from: from, to: to, after: nil, most: .max, by: officer) { lines in
      var text = ""
      for line in lines {
        count += 1
        text += SpreadsheetLine(line.cells(index: count)).text
      }
      try await write(text)
    }
  }

  /// The register names people: who takes it out, and of which days, is in the journal before the
  /// first line is read.
  private func tellTaken(
    from: CivilDate, to: CivilDate, by officer: ActingOfficer
  ) async throws {
    _ = try Desk.period(from, to, officer)
    let entry = HouseEntry(
      event: .registerTaken(from: from, until: to), caseID: nil, seq: nil,
      agency: officer.agency, actor: .officer(officer.id), at: surroundings.now())
    _ = try await database.write { try Journal.append(entry, in: $0) }
  }

  private func registerLines(
    from: CivilDate, to: CivilDate, after: RegisterVolume.Key?, most: Int,
    by officer: ActingOfficer, _ take: ([RegisterLine]) async throws -> Void
  ) async throws {
    let period = try Desk.period(from, to, officer)
    try await freshRules()
    let office = try office(of: officer.agency)
    var after = after
    var left = most
    while left > 0 {
      let key = after
      let limit = min(left, Desk.stride)
      let cases = try await database.read { connection in
        try Cases.lodged(
          at: officer.agency, period, after: key?.place, limit: limit, in: connection
        ).map { row in (row, try Cases.facts(of: row.id, in: connection)) }
      }
      try await take(
        try cases.map { row, facts in
          try RegisterLine(row, facts, by: office.rules(of: facts))
        })
      guard let last = cases.last?.0, cases.count == limit else { return }
      after = .init(lodgedAt: last.lodgedAt, id: last.id)
      left -= cases.count
    }
  }

  private static func period(
    _ from: CivilDate, _ to: CivilDate, _ officer: ActingOfficer
  ) throws(Refused) -> Range<Instant> {
    guard officer.handlesCases else { throw .roleMissing(.intake) }
    guard from <= to, to.dayNumber - from.dayNumber <= 366 else { throw .periodTooLong }
    return Instant(from, hour: 0, minute: 0)..<Instant(to.adding(days: 1), hour: 0, minute: 0)
  }
}

extension RegisterVolume.Key {
  fileprivate var place: (lodgedAt: Instant, id: CaseID) { (lodgedAt, id) }
}

/// One line of the register. What was purged from a case is empty here.
private struct RegisterLine {
  private let texts: [String: String]

  init(_ row: CaseRow, _ facts: CaseFacts, by rules: RuleSet) throws {
    let words = try Press.texts.get()
    let declaration = facts.declaration
    let state = facts.history.state.name
    texts = [
      "number": row.number.text, "procedure": rules.procedure.name.vi, "count": "1",
      "applicant": declaration?.applicantName.text ?? "",
      "address": declaration?.applicantAddress ?? "", "phone": facts.contact?.phone ?? "",
      "receivedOn": facts.lodgedAt.vietnamese, "dueOn": row.dueOn?.vietnamese ?? "",
      "returnedOn": facts.returnedOn?.vietnamese ?? "",
      "delivery": ChoiceWords.words(facts.delivery.way, in: .vietnamese),
      "note": words["state", state.rawValue],
    ]
  }

  func values(index: Int) -> [String: String] {
    texts.merging(["index": "\(index)"]) { $1 }
  }

  func cells(index: Int) -> [String] {
    ["\(index)"]
      + [
        "number", "procedure", "count", "applicant", "address", "phone", "receivedOn", "dueOn",
        "returnedOn", "delivery", "note",
      ].map { texts[$0] ?? "" }
  }
}

extension CaseFacts {
  /// The day of the result in its holder's hands, or of the refusal in writing.
  fileprivate var returnedOn: CivilDate? {
    for entry in events {
      if case .handedOver = entry.event { return entry.at.civilDate }
      if case .refused = entry.event { return entry.at.civilDate }
    }
    return nil
  }
}
