import Vocabulary
import Words

/// Where an officer of some roles may go: the navigation, and the page after the sign-in.
///
/// The navigation only leads; who may do what is decided by the desk behind each page.
enum OfficeDoors {
  /// - Parameter officer: nil on a page that is not of officers, such as an error page.
  static func links(for officer: ActingOfficer?, in words: PageWords) -> [Link] {
    let queue = Link(href: "/office", text: words["nav.queue"])
    guard let officer else { return [queue] }
    return (officer.handlesCases ? [queue] : []) + own(officer, in: words)
      + [Link(href: "/office/account", text: words["nav.account"])]
  }

  /// The first page of who works on no case.
  static func first(for officer: ActingOfficer, in words: PageWords) -> String {
    own(officer, in: words).first?.href ?? "/office/account"
  }

  private static func own(_ officer: ActingOfficer, in words: PageWords) -> [Link] {
    Role.allCases.filter(officer.roles.contains).flatMap { doors(of: $0, in: words) }
  }

  private static func doors(of role: Role, in words: PageWords) -> [Link] {
    switch role {
    case .leader: []
    case .intake: [Link(href: "/office/till", text: words["nav.till"])]
    case .accountant: [Link(href: "/office/money", text: words["nav.money"])]
    case .auditor: [Link(href: "/office/journal", text: words["nav.journal"])]
    case .assessor: [Link(href: "/office/records", text: words["nav.records"])]
    case .administrator:
      [
        Link(href: "/office/rules", text: words["nav.rules"]),
        Link(href: "/office/suppliers", text: words["nav.suppliers"]),
        Link(href: "/office/officers", text: words["nav.officers"]),
      ]
    }
  }
}
