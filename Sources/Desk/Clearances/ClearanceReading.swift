import CaseFile
import Records
import Store
package import Vocabulary

extension Desk {
  /// What the walk found, page by page, for an assessor of the agency.
  package func clearances(
    _ list: ClearanceList, after place: ClearancePlace?, limit: Int, by officer: ActingOfficer
  ) async throws -> ClearancePage {
    guard officer.roles.contains(.assessor) else { throw Refused.roleMissing(.assessor) }
    let limit = min(max(limit, 1), 100)
    return try await database.read { connection in
      let rows = try Clearances.page(
        ClearanceKind(list), of: officer.agency, after: place.map { ClearanceKey($0) },
        limit: limit + 1, in: connection)
      let shown = Array(rows.prefix(limit))
      let records = try JudicialRecords.records(
        Array(Set(shown.map(\.record))), of: officer.agency, in: connection)
      return ClearancePage(
        lines: shown.map { row in
          ClearanceLine(row, records.first { $0.id == row.record })
        },
        next: rows.count > limit ? shown.last.map { ClearancePlace($0) } : nil,
        latest: try ClearanceRuns.latestFinished(of: officer.agency, in: connection).map {
          ClearanceFigures(
            day: $0.day, records: $0.records, newlyCleared: $0.newlyCleared, lacking: $0.lacking)
        })
    }
  }
}

extension ClearanceKind {
  init(_ list: ClearanceList) {
    switch list {
    case .cleared: self = .cleared
    case .lacking: self = .lacking
    }
  }
}

extension ClearanceKey {
  init(_ place: ClearancePlace) {
    self.init(
      record: RecordID(place.record), conviction: place.conviction, lack: place.lack)
  }
}

extension ClearancePlace {
  init(_ row: ClearanceRow) {
    let key = ClearanceKey(row)
    self.init(record: key.record.number, conviction: key.conviction, lack: key.lack)
  }
}

extension ClearanceLine {
  init(_ row: ClearanceRow, _ record: JudicialRecord?) {
    let judgment = record?.judgments.first { $0.source.description == row.conviction }
    let day = judgment?.pronouncedOn.map { ", \($0.value.vietnamese)" } ?? ""
    let found: Found =
      switch row.found {
      case .cleared(let from): .cleared(from: from)
      case .lacking(let lack, let holder): .lacking(lack, holder: holder)
      }
    self.init(
      record: row.record.number, name: record?.identity.name?.value ?? "",
      judgment: judgment.map { $0.reference.number + day } ?? "", found: found,
      notedOn: row.notedOn)
  }
}
