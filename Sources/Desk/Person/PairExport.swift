import Assessment
import CaseFile
import Records
package import Store
package import Vocabulary

/// Decided pairs as the three files from which weights are learnt (docs/matching.md): what people
/// found is what the engine can learn from.
///
/// The files hold what identifies people: they are for this machine, and to be removed afterwards.
package struct PairExport: Equatable, Sendable {
  package private(set) var register = [
    "rec_id,ho_ten,gioi_tinh,ngay_sinh,noi_sinh,so_giay_to,ten_cha,ten_me,vo_chong,noi_cu_tru,"
      + "nam_an"
  ]
  package private(set) var queries = [
    "q_id,ho_ten,gioi_tinh,ngay_sinh,noi_sinh,cccd,cmnd,ten_cha,ten_me,vo_chong,noi_cu_tru"
  ]
  package private(set) var truth = ["q_id,kind,rec_ids,near_rec"]
  /// Pairs whose case was purged cannot be learnt from.
  package private(set) var purged = 0

  package var count: Int { truth.count - 1 }

  static let batch = 200

  package static func run(of agency: AgencyID, in database: Database) async throws -> PairExport {
    var export = PairExport()
    var place = (citizen: "", record: Int64(0))
    while true {
      let after = place
      let current = export
      let page = try await database.read { connection in
        let rows = try PersonDecisions.page(
          of: agency, after: after, limit: PairExport.batch, in: connection)
        var export = current
        for row in rows { try export.add(row, of: agency, in: connection) }
        return (rows: rows, export: export)
      }
      export = page.export
      guard let last = page.rows.last else { return export }
      place = (last.citizen.text, last.record.number)
    }
  }

  private mutating func add(
    _ row: PersonDecisionRow, of agency: AgencyID, in connection: Connection
  ) throws {
    let facts = try Cases.facts(of: row.caseID, in: connection)
    guard let searched = facts.searched,
      let pair = searched.pairs.first(where: { $0.record == row.record })
    else {
      purged += 1
      return
    }
    let query = "\(row.caseID)-\(row.record)"
    let entry = "\(query)-R"
    let year = try JudicialRecords.record(row.record, of: agency, in: connection)?
      .judgments.first?.reference.pronouncedOn?.year
    register.append(
      line(
        [entry] + parts(pair.entry, [pair.entry.numbers.first ?? ""])
          + [pair.entry.residences.first ?? "", year.map { "\($0)" } ?? ""]))
    let numbers = searched.applicant.numbers
    queries.append(
      line(
        [query]
          + parts(
            searched.applicant,
            [
              numbers.first { $0.utf8.count == 12 } ?? "",
              numbers.first { $0.utf8.count == 9 } ?? "",
            ]) + [searched.applicant.residences.joined(separator: ";")]))
    let rival = pair.weights?.rival.flatMap { Rival(name: $0.name) } ?? .namesakeOfYear
    truth.append(
      line(row.isSame ? [query, "in", entry, ""] : [query, rival.kind, "", entry]))
  }

  /// The columns that both files share, with the numbers between place of birth and parents.
  private func parts(_ person: ComparedPerson, _ numbers: [String]) -> [String] {
    let sex =
      switch person.sex {
      case .male: "Nam"
      case .female: "Nữ"
      case nil: ""
      }
    return [person.names.first ?? "", sex, birth(person.born), person.birthPlace] + numbers
      + [person.father, person.mother, person.spouse]
  }

  /// `31/01/1990` or `1990`.
  private func birth(_ iso: String?) -> String {
    switch iso.flatMap({ BirthDate(iso: $0) }) {
    case .day(let day):
      "\(padded(day.day, to: 2))/\(padded(day.month, to: 2))/\(padded(day.year, to: 4))"
    case .month(let year, _), .year(let year): "\(year)"
    case nil: ""
    }
  }

  private func line(_ fields: [String]) -> String {
    fields.map { "\"\($0.replacing("\"", with: "\"\"").replacing("\n", with: " "))\"" }
      .joined(separator: ",")
  }
}
