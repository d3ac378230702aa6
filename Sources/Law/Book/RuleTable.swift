package import Vocabulary

/// The tables of dated rows. Its raw value stands in addresses and in stored changes.
package enum RuleTable: String, Sendable, Codable, CaseIterable {
  case ruleSets, limits, urgent, reception, minimumAge, competence
  case supply, drafts, supplements, steps
  case feeGroups, copies, refunds, corrections, purposes
  case holidays, placements, swaps, announcedYears
  case names, caseNumbers, certificateNumbers, forms, certificates, procedures, inquiries
  case deliveries, channels, openingHours, saturdays, subsidies

  package enum Breadth: String, Sendable {
    /// For every agency.
    case national
    /// For the agency of one profile.
    case agency
  }

  package var breadth: Breadth {
    switch self {
    case .ruleSets, .limits, .urgent, .reception, .minimumAge, .competence, .supply, .drafts,
      .supplements, .steps, .feeGroups, .copies, .refunds, .corrections, .purposes, .holidays,
      .placements, .swaps, .announcedYears:
      .national
    case .names, .caseNumbers, .certificateNumbers, .forms, .certificates, .procedures,
      .inquiries, .deliveries, .channels, .openingHours, .saturdays, .subsidies:
      .agency
    }
  }

  /// The file that holds the table, of those in `Resources`.
  func file(of profile: String) -> String {
    switch self {
    case .ruleSets, .limits, .urgent, .reception, .minimumAge, .competence, .supply:
      "national/rule-sets"
    case .drafts, .supplements, .steps: "keeping"
    case .feeGroups, .copies, .refunds, .corrections: "national/fees"
    case .purposes: "national/purposes"
    case .holidays, .placements, .swaps, .announcedYears: "calendar"
    case .names, .caseNumbers, .certificateNumbers, .forms, .certificates, .procedures,
      .inquiries, .deliveries, .channels, .openingHours, .saturdays, .subsidies:
      "profiles/\(profile)"
    }
  }

  /// The table's key in its file.
  var key: String {
    switch self {
    case .feeGroups: "groups"
    case .ruleSets, .limits, .urgent, .reception, .minimumAge, .competence, .supply, .drafts,
      .supplements, .steps, .copies, .refunds, .corrections, .purposes, .holidays, .placements,
      .swaps, .announcedYears, .names, .caseNumbers, .certificateNumbers, .forms, .certificates,
      .procedures, .inquiries,
      .deliveries, .channels, .openingHours, .saturdays, .subsidies:
      rawValue
    }
  }

  /// What tells rows of one day apart; none where one row holds at a time.
  private var subject: [String] {
    switch self {
    case .ruleSets, .limits, .urgent, .reception, .minimumAge, .competence, .supply, .drafts,
      .supplements,
      .copies, .refunds, .corrections, .names, .caseNumbers, .certificateNumbers, .certificates,
      .procedures,
      .openingHours,
      .saturdays:
      []
    case .feeGroups, .purposes, .holidays: ["code"]
    case .placements: ["holiday", "year"]
    case .swaps: ["off"]
    case .announcedYears: ["year"]
    case .forms: ["form"]
    case .inquiries: ["body"]
    case .deliveries: ["way"]
    case .channels: ["channel"]
    case .subsidies: ["channel"]
    case .steps: ["step"]
    }
  }

  /// What the row is about within its table: `student`, `2026-01-02`; empty where one row holds at
  /// a time.
  package func subject(of row: JSONValue) -> String {
    subject.map { row[$0]?.plain ?? "" }.joined(separator: "-")
  }

  /// Names a row in its table: `student@2025-07-01`. Readable, and the same in every release.
  package func name(of row: JSONValue) -> String {
    let from = row["validFrom"]?.plain ?? ""
    let subject = subject(of: row)
    return subject.isEmpty ? from : "\(subject)@\(from)"
  }
}

/// One row of a table as an edition of the book has it.
package struct RuleRow: Equatable, Sendable {
  package let table: RuleTable
  package let json: JSONValue
  package let origin: Origin

  package enum Origin: Equatable, Sendable {
    /// It came with the program.
    case program
    /// The approved change that made it or ended it.
    case change(Int)
  }

  package var name: String { table.name(of: json) }
  package var from: CivilDate? { json["validFrom"]?.day }
  package var until: CivilDate? { json["validTo"]?.day }

  package var period: Period? { from.map { Period(from: $0, until: until) } }

  package var confidence: Confidence? {
    json["confidence"]?.plain.flatMap { Confidence(rawValue: $0) }
  }

  package var source: String { json["source"]?.plain ?? "" }

  /// Its values without its dates, confidence and source.
  package var values: [RowLeaf] {
    let dated: Set = ["validFrom", "validTo", "confidence", "source"]
    return json.leaves.filter { !dated.contains($0.path) }
  }
}
