import Desk
import Issuance
import Vocabulary
import Words

/// What an officer scans or types into a program of codes, and the first code.
struct EnrolmentPage: PartsPage {
  static let template = "office-enrolment"
  let parts: Parts

  init(
    _ view: OfficerEnrolment, _ pending: PendingOfficer, said: OfficerRefusal?, in visit: Visit
  ) {
    let words = visit.words
    self.parts = Parts([
      "chrome": visit.chrome(words["enrolment.title"]), "letters": view.letters,
      "username": view.username,
      // Four modules of quiet around it, as the standard asks.
      "side": "\(view.code.size + 8)", "path": EnrolmentPage.path(of: view.code),
      "asksPassword": pending.next == .enrolmentWithPassword,
      "said": said.map { Notice(.bad, title: words["refused.officer", $0.rawValue]) },
    ])
  }

  /// The dark modules as one path, a run of them a rectangle.
  private static func path(of code: QRModules) -> String {
    var path = ""
    for row in 0..<code.size {
      var column = 0
      while column < code.size {
        guard code.isDark(row: row, column: column) else {
          column += 1
          continue
        }
        let start = column
        while column < code.size, code.isDark(row: row, column: column) { column += 1 }
        path += "M\(start + 4) \(row + 4)h\(column - start)v1h-\(column - start)z"
      }
    }
    return path
  }
}

/// Ten recovery codes, this once.
struct RecoveryCodesPage: PartsPage {
  static let template = "office-recovery"
  let parts: Parts

  init(_ codes: [String], in visit: Visit) {
    self.parts = Parts([
      "chrome": visit.chrome(visit.words["recovery.title"]), "codes": codes,
    ])
  }
}
