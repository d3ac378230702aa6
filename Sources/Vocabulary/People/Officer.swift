/// What an officer may do. An officer may hold several roles; four eyes are two *people*.
package enum Role: String, Sendable, Codable, CaseIterable, Comparable {
  /// Tiếp nhận: accepts or refuses an application.
  case intake
  /// Thụ lý: reads the answers and drafts the finding.
  case assessor
  /// Lãnh đạo: decides and signs.
  case leader
  /// Kế toán: the day's takings against the gateway's settlement, receipts. It opens no case.
  case accountant
  /// Kiểm tra: reads the journal, and nothing else.
  case auditor
  /// Quản trị: officers, suppliers, and changes of the rules, each by two. It opens no case.
  case administrator

  package static func < (left: Role, right: Role) -> Bool { left.rawValue < right.rawValue }
}

/// The officer who acts, with what decides whether the act is allowed. There is no current user:
/// every room takes this as an argument.
package struct ActingOfficer: Hashable, Sendable {
  package let id: OfficerID
  package let agency: AgencyID
  /// Those of today: their own and those in which they stand in for somebody.
  package let roles: Set<Role>
  /// For whom they act in a role that is not their own: an officer on leave.
  package let principals: [Role: OfficerID]
  /// As printed, such as `Nguyễn Thị Mẫu`.
  package let name: String
  package let title: String

  package init(
    id: OfficerID, agency: AgencyID, roles: Set<Role>, name: String, title: String,
    principals: [Role: OfficerID] = [:]
  ) {
    self.id = id
    self.agency = agency
    self.roles = roles
    self.principals = principals
    self.name = name
    self.title = title
  }

  /// Whether the officer works on cases. Who only administers, keeps accounts or reads the journal
  /// never sees one.
  package var handlesCases: Bool {
    !roles.isDisjoint(with: [.intake, .assessor, .leader])
  }
}
