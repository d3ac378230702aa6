import CaseFile
import Store
import Vocabulary

/// Whose turn it is: who has the fewest open files, and of those with as many the first by name.
/// Who is away, and has somebody to stand in, gets none.
struct FairRotation: Sendable {
  /// One kind of work that is shared out.
  struct Share: Sendable {
    let state: StateName
    let role: Role
    /// What counts as an open file of that role.
    let files: [StateName]

    static let acceptance = Share(state: .lodged, role: .intake, files: [.lodged])
    static let assessment = Share(
      state: .inAssessment, role: .assessor, files: [.inAssessment, .awaitingSupplement])
  }

  private struct FullDesk: Sendable {
    let officer: OfficerRow
    var files: Int
  }

  private var desks: [FullDesk]

  init(
    of share: Share, at agency: AgencyID, on day: CivilDate, in connection: Connection
  ) throws {
    desks = try Officers.with(share.role, of: agency, on: day, in: connection)
      .filter { try !Substitutions.isAway($0.id, of: agency, on: day, in: connection) }
      .map { officer in
        FullDesk(
          officer: officer,
          files: try OpenFiles.count(
            of: officer.id, at: agency, in: share.files, in: connection))
      }
  }

  /// Nil where nobody is there whose work it is.
  var next: OfficerRow? { desks.min { $0.files < $1.files }?.officer }

  /// One more file lies on that officer's desk.
  mutating func give(to officer: OfficerID) {
    guard let place = desks.firstIndex(where: { $0.officer.id == officer }) else { return }
    desks[place].files += 1
  }
}
