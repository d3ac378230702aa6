import Desk
import Vocabulary

/// An officer as an administrator types one.
struct TypedOfficer: Sendable {
  var username = ""
  var name = ""
  var title = ""
  /// The days as typed, of each role that is held.
  var grants: [Role: (from: String, until: String)] = [:]
  var reason = ""
  private var form = TypedForm.empty

  init() {}

  init(_ view: OfficerView) {
    self.username = view.username
    self.name = view.profile.name
    self.title = view.profile.title
    for grant in view.profile.grants {
      grants[grant.role] = (grant.from?.vietnamese ?? "", grant.until?.vietnamese ?? "")
    }
  }

  init(_ form: TypedForm) {
    self.username = form["username"].lowercased()
    self.name = form["name"]
    self.title = form["title"]
    for role in Role.allCases where form["holds.\(role.rawValue)"] == "yes" {
      grants[role] = (form["from.\(role.rawValue)"], form["until.\(role.rawValue)"])
    }
    self.reason = form["reason"]
    self.form = form
  }

  func profile(
    _ standing: OfficerProfile.Standing = .serving, in visit: Visit
  ) throws -> OfficerProfile {
    var held: [RoleGrant] = []
    for role in grants.keys.sorted() {
      held.append(
        RoleGrant(
          role, from: try visit.day(at: "from.\(role.rawValue)"),
          until: try visit.day(at: "until.\(role.rawValue)")))
    }
    return OfficerProfile(
      name: try visit.words(at: "name"), title: try visit.words(at: "title"), grants: held,
      standing: standing)
  }

  /// What the button that was pressed proposes.
  func change(_ act: String, in visit: Visit) throws -> OfficerChange {
    switch act {
    case "become": return .become(try profile(in: visit))
    case "leave": return .become(try profile(.left, in: visit))
    case "reset": return .resetFactor
    case "substitute":
      let wish = try SubstitutionWish(form, in: visit)
      return .substitute(
        by: wish.substitute, role: wish.role, from: wish.from, until: wish.until)
    default: throw HTTPRefusal.bodyUnreadable
    }
  }
}

extension SubstitutionWish {
  init(_ form: TypedForm, in visit: Visit) throws {
    guard let substitute = OfficerID(form["substitute"]) else {
      throw Refused.officer(.substituteUnfit)
    }
    guard let role = Role(rawValue: form["role"]) else { throw Refused.officer(.notYourRole) }
    guard let from = try visit.day(at: "from"), let until = try visit.day(at: "until") else {
      throw Refused.officer(.daysReversed)
    }
    self.init(substitute: substitute, role: role, from: from, until: until)
  }
}
