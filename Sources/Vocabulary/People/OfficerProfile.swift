/// What an agency says of an officer: the whole of it, as two administrators settle it.
package struct OfficerProfile: Hashable, Sendable, Codable {
  /// As printed, such as `Nguyễn Thị Mẫu`.
  package let name: String
  package let title: String
  package let grants: [RoleGrant]
  package let standing: Standing

  package enum Standing: String, Sendable, Codable, CaseIterable {
    case serving
    /// Signs in no more. What was done stays under the name.
    case left
  }

  package init(name: String, title: String, grants: [RoleGrant], standing: Standing = .serving) {
    self.name = name
    self.title = title
    self.grants = grants.sorted()
    self.standing = standing
  }

  package func roles(on day: CivilDate) -> Set<Role> {
    Set(grants.filter { $0.holds(on: day) }.map(\.role))
  }

  /// The grants as one text: `assessor,leader:2026-01-01:`.
  package var storedGrants: String { grants.map(\.text).joined(separator: ",") }

  package static func grants(_ text: String) -> [RoleGrant] {
    text.split(separator: ",").compactMap { RoleGrant(text: String($0)) }
  }
}
