import CaseFile
import Store
import Vocabulary

// A paper that an officer attached may speak of another person, as where a certificate was made out
// of somebody else's record. To the citizen of the case it is as if it were not there: neither in
// their lists nor to be opened. The journal of the case still tells them that there is one.
extension CaseFacts {
  /// The papers of the case that its citizen sees: their own.
  func papersShown(in connection: Connection) throws -> [PaperRow] {
    let hidden = papersOfOffice
    return try Papers.of(id, in: connection).filter { !hidden.contains($0.id) }
  }

  /// Those that officers attached, by the events that tell of it.
  fileprivate var papersOfOffice: Set<PaperID> {
    Set(
      events.compactMap { entry in
        guard case .paperAttached(let paper, _) = entry.event, case .officer = entry.actor else {
          return nil
        }
        return paper
      })
  }
}

extension PaperRow {
  /// Whether this citizen may open it.
  func isShown(to citizen: CitizenID, in connection: Connection) throws -> Bool {
    guard self.citizen == citizen else { return false }
    guard let caseID else { return true }
    return try !Cases.facts(of: caseID, in: connection).papersOfOffice.contains(id)
  }
}
