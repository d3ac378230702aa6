import Desk
import Vocabulary
import Words

/// Who the officers are, and what waits for a second administrator.
struct OfficersPage: PartsPage {
  static let template = "officers"
  let parts: Parts

  init(_ view: OfficersView, in visit: Visit) {
    let words = visit.words
    let waiting = view.proposals.filter { if case .waiting = $0.outcome { true } else { false } }
    self.parts = Parts([
      "chrome": visit.chrome(words["officers.title"]),
      "officers": view.officers.map { OfficerPart.line($0, in: visit) },
      "waiting": waiting.map { OfficerPart.line($0, in: visit) }, "hasWaiting": !waiting.isEmpty,
      "recent": view.proposals.filter { proposal in !waiting.contains { $0.id == proposal.id } }
        .map { OfficerPart.line($0, in: visit) },
      "hasRecent": waiting.count < view.proposals.count,
    ])
  }
}

/// The form in which somebody new is proposed.
struct OfficerFormPage: PartsPage {
  static let template = "officer-new"
  let parts: Parts

  init(_ typed: TypedOfficer, said: OfficeSaid?, in visit: Visit) {
    self.parts = Parts([
      "chrome": visit.chrome(visit.words["officers.new"]),
      "said": said.map { visit.notice(of: $0) },
      "username": typed.username, "name": typed.name, "officerTitle": typed.title,
      "roles": OfficerPart.roles(typed, in: visit), "reason": typed.reason,
    ])
  }
}

/// One officer: what they may do, the forms in which a change is proposed, and the history.
struct OfficerPage: PartsPage {
  static let template = "officer"
  let parts: Parts

  init(_ view: OfficerPageView, _ typed: TypedOfficer, said: OfficeSaid?, in visit: Visit) {
    let words = visit.words
    let serves = view.officer.profile.standing == .serving
    let lendable = view.officer.roles.filter(\.canBeSubstituted).sorted()
    let form = visit.form
    let typedReason = String(form["reason"].prefix(2_000))
    let (isReset, isLent) = (form["act"] == "reset", form["act"] == "substitute")
    self.parts = Parts([
      "chrome": visit.chrome(view.officer.profile.name),
      "place": "/office/officers/\(view.officer.id)", "heading": view.officer.profile.name,
      "said": said.map { visit.notice(of: $0) },
      "rows": OfficerPart.rows(view.officer, in: visit),
      "name": typed.name, "officerTitle": typed.title,
      "roles": OfficerPart.roles(typed, in: visit), "reason": typed.reason,
      "serves": serves, "canLend": serves && !lendable.isEmpty && !view.colleagues.isEmpty,
      "lendable": lendable.map {
        ChoicePart(
          id: "role-\($0.rawValue)", name: "role", value: $0.rawValue,
          text: words["role", $0.rawValue],
          isChosen: isLent && form.has("role")
            ? form["role"] == $0.rawValue : lendable.first == $0)
      },
      "colleagues": view.colleagues.map {
        ChoicePart(
          id: "", name: "", value: $0.id.text, text: $0.name,
          isChosen: isLent && form["substitute"] == $0.id.text)
      },
      "isProfile": ["become", "leave"].contains(form["act"]), "isReset": isReset,
      "resetReason": isReset ? typedReason : "", "isLent": isLent,
      "lentFrom": isLent ? form["from"] : "", "lentUntil": isLent ? form["until"] : "",
      "lentReason": isLent ? typedReason : "",
      "history": view.history.map { OfficerPart.line($0, in: visit) },
      "hasHistory": !view.history.isEmpty,
    ])
  }
}

/// One proposal, and the decision on it.
struct OfficerChangePage: PartsPage {
  static let template = "officer-change"
  let parts: Parts

  init(_ view: OfficerChangeView, said: OfficeSaid?, in visit: Visit) {
    var standing: OfficerChangeView.Standing?
    if case .waiting(let mine) = view.outcome { standing = mine }
    self.parts = Parts([
      "chrome": visit.chrome(visit.words["officers.proposal"]),
      "place": "/office/officers/proposals/\(view.id)",
      "proposal": OfficerPart.line(view, in: visit),
      "said": said.map { visit.notice(of: $0) },
      "rows": OfficerPart.rows(of: view, in: visit), "showsBoth": view.current != nil,
      "isOwn": standing == .own, "isAboutThem": standing == .aboutThem,
      "mayDecide": standing == .mayDecide,
    ])
  }
}

/// What the approving administrator hands over, this once.
struct HandOverPage: PartsPage {
  static let template = "officer-hand-over"
  let parts: Parts
}

/// The notices that are or will be shown.
struct NoticesPage: PartsPage {
  static let template = "notices"
  let parts: Parts

  init(_ rows: [NoticeView], _ typed: TypedForm, said: OfficeSaid?, in visit: Visit) {
    self.parts = Parts([
      "chrome": visit.chrome(visit.words["notices.title"]),
      "said": said.map { visit.notice(of: $0) },
      "notices": rows.map {
        Parts([
          "place": "/office/notices/\($0.id)", "vietnamese": $0.vietnamese,
          "english": $0.english, "from": $0.from.vietnamese, "until": $0.until.vietnamese,
        ])
      },
      "hasNotices": !rows.isEmpty, "vietnamese": typed["vietnamese"],
      "english": typed["english"], "fromDay": typed["fromDay"], "fromTime": typed["fromTime"],
      "untilDay": typed["untilDay"], "untilTime": typed["untilTime"],
    ])
  }
}

/// The pieces that these pages share.
enum OfficerPart {
  static func line(_ view: OfficerView, in visit: Visit) -> Parts {
    let words = visit.words
    let state =
      switch (view.profile.standing, view.factor) {
      case (.left, _): Tag(words["officerStanding.left"], .quiet)
      case (.serving, .awaited): Tag(words["officerFactor.awaited"], .attention)
      case (.serving, .enrolled): Tag(words["officerFactor.enrolled"], .good)
      }
    return Parts([
      "href": "/office/officers/\(view.id)", "name": view.profile.name,
      "officerTitle": view.profile.title, "username": view.username,
      "grants": grants(view.profile, in: visit), "state": state,
    ])
  }

  static func grants(_ profile: OfficerProfile, in visit: Visit) -> String {
    let all = profile.grants.map { grant in
      let days = [grant.from, grant.until].map { $0?.vietnamese ?? "…" }
      let hasDays = grant.from != nil || grant.until != nil
      return visit.words["role", grant.role.rawValue]
        + (hasDays ? " (\(days.joined(separator: " – ")))" : "")
    }
    return all.isEmpty ? "–" : all.joined(separator: ", ")
  }

  static func rows(_ view: OfficerView, in visit: Visit) -> [SummaryRow] {
    let words = visit.words
    return [
      SummaryRow(label: words["officeSignIn.username"], value: view.username),
      SummaryRow(label: words["account.position"], value: view.profile.title),
      SummaryRow(label: words["account.roles"], value: grants(view.profile, in: visit)),
      SummaryRow(
        label: words["officers.state"],
        value: words["officerStanding", view.profile.standing.rawValue],
        note: words["officerFactor", view.factor.rawValue]),
    ]
  }

  /// A line for each role: whether it is held, and from which day until which.
  static func roles(_ typed: TypedOfficer, in visit: Visit) -> [Parts] {
    Role.allCases.map { role in
      let days = typed.grants[role]
      return Parts([
        "role": role.rawValue, "text": visit.words["role", role.rawValue],
        "isHeld": days != nil, "from": days?.from ?? "", "until": days?.until ?? "",
      ])
    }
  }

  static func line(_ view: OfficerChangeView, in visit: Visit) -> Parts {
    let words = visit.words
    let state: Tag
    var decided: String?
    var decisionReason: String?
    switch view.outcome {
    case .waiting: state = Tag(words["rules.outcome.waiting"], .attention)
    case .approved(let by, let at, let reason):
      state = Tag(words["rules.outcome.approved"], .good)
      (decided, decisionReason) = ("\(by), \(at.vietnamese)", reason)
    case .declined(let by, let at, let reason):
      state = Tag(words["rules.outcome.declined"], .bad)
      (decided, decisionReason) = ("\(by), \(at.vietnamese)", reason)
    }
    return Parts([
      "href": "/office/officers/proposals/\(view.id)", "name": view.name,
      "act": words["officerAct", act(view.change)], "state": state, "reason": view.reason,
      "proposer": view.proposer, "proposedAt": view.proposedAt.vietnamese, "decided": decided,
      "decisionReason": decisionReason, "isDecided": decided != nil,
    ])
  }

  static func act(_ change: OfficerChange) -> String {
    switch change {
    case .admit: "admit"
    case .become: "become"
    case .resetFactor: "resetFactor"
    case .substitute: "substitute"
    }
  }

  /// What is proposed, beside what holds.
  static func rows(of view: OfficerChangeView, in visit: Visit) -> [Parts] {
    let words = visit.words
    func row(_ label: String, _ was: String?, _ becomes: String) -> Parts {
      Parts([
        "label": label, "was": was ?? "–", "becomes": becomes, "differs": was != becomes,
      ])
    }
    func rows(_ profile: OfficerProfile) -> [Parts] {
      [
        row(words["account.name"], view.current?.name, profile.name),
        row(words["account.position"], view.current?.title, profile.title),
        row(
          words["account.roles"], view.current.map { grants($0, in: visit) },
          grants(profile, in: visit)),
        row(
          words["officers.state"],
          view.current.map { words["officerStanding", $0.standing.rawValue] },
          words["officerStanding", profile.standing.rawValue]),
      ]
    }
    switch view.change {
    case .admit(let username, let profile):
      return [row(words["officeSignIn.username"], nil, username)] + rows(profile)
    case .become(let profile): return rows(profile)
    case .resetFactor: return [row(words["officers.factor"], nil, words["officers.resetText"])]
    case .substitute(_, let role, let from, let until):
      return [
        row(words["substitution.substitute"], nil, view.substitute ?? "–"),
        row(words["substitution.role"], nil, words["role", role.rawValue]),
        row(
          words["substitution.days"], nil, "\(from.vietnamese) – \(until.vietnamese)"),
      ]
    }
  }
}
