import CaseFile
import Store
package import Vocabulary

/// What an officer looked for, by what was typed.
package enum SoughtCase: Equatable, Sendable {
  case number(String)
  /// An identity number: nine digits of an old card, or twelve.
  case identity(String)
  /// The words of a name, without marks.
  case name([String])

  /// Nil where nothing was typed that names a case.
  package init?(_ typed: String) {
    let bare = typed.filter { !$0.isWhitespace }
    if let number = CaseNumber(bare) {
      self = .number(number.text)
    } else if [9, 12].contains(bare.utf8.count),
      bare.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    {
      self = .identity(bare)
    } else {
      let words = SearchKey(typed).words.map(String.init)
      guard !words.isEmpty, words.count <= 24 else { return nil }
      self = .name(words)
    }
  }

  /// As the journal calls it.
  package var by: String {
    switch self {
    case .number: "number"
    case .identity: "identity"
    case .name: "name"
    }
  }
}

/// Where the next page of a search begins.
package struct SoughtPlace: Equatable, Sendable {
  package var lodgedAt: Instant
  package var id: String

  package init(lodgedAt: Instant, id: String) {
    self.lodgedAt = lodgedAt
    self.id = id
  }

  package init?(_ text: String) {
    let parts = text.split(separator: ".").map(String.init)
    guard parts.count == 2, let moment = Int64(parts[0]), CaseID(parts[1]) != nil else {
      return nil
    }
    self.init(lodgedAt: Instant(milliseconds: moment), id: parts[1])
  }

  package var text: String { "\(lodgedAt.milliseconds).\(id)" }
}

/// One page of what was found, the latest lodged first.
package struct SoughtCases: Equatable, Sendable {
  package var lines: [QueueLine]
  package var next: SoughtPlace?

  package init(lines: [QueueLine], next: SoughtPlace?) {
    self.lines = lines
    self.next = next
  }
}

extension Desk {
  /// Finds cases of the officer's agency. That was looked for, by what and with how many found, is
  /// in the journal; what was typed is nowhere.
  package func findCases(
    _ sought: SoughtCase, after place: SoughtPlace?, limit: Int, by officer: ActingOfficer
  ) async throws -> SoughtCases {
    guard officer.handlesCases else { throw Refused.roleMissing(.intake) }
    let limit = min(max(limit, 1), 100)
    let clock = try queueClock(of: officer.agency)
    let found = try await database.read { connection -> SoughtCases in
      let found = try CaseWords.find(
        sought, of: officer.agency,
        after: place.map { .init(lodgedAt: $0.lodgedAt, id: $0.id) }, limit: limit,
        in: connection)
      return SoughtCases(
        lines: try queueLines(found.lines, clock, in: connection),
        next: found.next.map { SoughtPlace(lodgedAt: $0.lodgedAt, id: $0.id) })
    }
    let entry = HouseEntry(
      event: .casesSearched(by: sought.by, shown: found.lines.count), caseID: nil, seq: nil,
      agency: officer.agency, actor: .officer(officer.id), at: clock.now)
    _ = try await database.write { try Journal.append(entry, in: $0) }
    return found
  }
}

extension CaseWords {
  fileprivate static func find(
    _ sought: SoughtCase, of agency: AgencyID, after place: FoundCases.Place?, limit: Int,
    in connection: Connection
  ) throws -> FoundCases {
    switch sought {
    case .number(let number):
      guard let line = try CaseQueue.line(number: number, of: agency, in: connection) else {
        return FoundCases(lines: [], next: nil)
      }
      return FoundCases(lines: [line], next: nil)
    case .identity(let number):
      return try find([number], of: agency, after: place, limit: limit, in: connection)
    case .name(let words):
      return try find(words, of: agency, after: place, limit: limit, in: connection)
    }
  }
}
