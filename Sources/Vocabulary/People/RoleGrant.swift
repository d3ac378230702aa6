/// That an officer holds a role, from a day until a day.
package struct RoleGrant: Hashable, Sendable, Codable, Comparable {
  package let role: Role
  /// The first day; nil where it was always so.
  package let from: CivilDate?
  /// The last day; nil for no end.
  package let until: CivilDate?

  package init(_ role: Role, from: CivilDate? = nil, until: CivilDate? = nil) {
    self.role = role
    self.from = from
    self.until = until
  }

  package func holds(on day: CivilDate) -> Bool {
    if let from, day < from { return false }
    if let until, day > until { return false }
    return true
  }

  package static func < (left: RoleGrant, right: RoleGrant) -> Bool { left.text < right.text }

  /// As it is stored: `leader`, or `leader:2026-01-01:2026-12-31` with a side left empty.
  package var text: String {
    guard from != nil || until != nil else { return role.rawValue }
    return "\(role.rawValue):\(from?.iso ?? ""):\(until?.iso ?? "")"
  }

  package init?(text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard let role = Role(rawValue: parts[0]), parts.count == 1 || parts.count == 3 else {
      return nil
    }
    guard parts.count == 3 else {
      self.init(role)
      return
    }
    let days = parts[1...].map { $0.isEmpty ? nil : CivilDate(iso: $0) }
    guard zip(days, parts[1...]).allSatisfy({ $0 != nil || $1.isEmpty }) else { return nil }
    self.init(role, from: days[0], until: days[1])
  }
}

extension Role {
  /// Who administers, or reads the journal, does nothing else: neither ever sees a case.
  package var standsAlone: Bool {
    switch self {
    case .administrator, .auditor: true
    case .intake, .assessor, .leader, .accountant: false
    }
  }

  /// A role in which an officer on leave can be stood in for.
  package var canBeSubstituted: Bool {
    switch self {
    case .intake, .assessor, .leader: true
    case .accountant, .auditor, .administrator: false
    }
  }
}
