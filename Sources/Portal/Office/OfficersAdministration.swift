import Desk
import Hummingbird
import Vocabulary
import Words

extension Portal {
  var administrationRoutes: [Route] {
    [
      .officer(.get, "/office/officers", officersList),
      .officer(.get, "/office/officers/new", newOfficer),
      .officer(.post, "/office/officers/new", admitOfficer),
      .officer(.get, "/office/officers/:id", officerPage),
      .officer(.post, "/office/officers/:id", changeOfficer),
      .officer(.get, "/office/officers/proposals/:id", officerChange),
      .officer(
        .post, "/office/officers/proposals/:id/decision", proof: .freshCode, decideOfficer),
      .officer(.get, "/office/notices", noticesPage), .officer(.post, "/office/notices", announce),
      .officer(.post, "/office/notices/:id", withdrawNotice),
    ]
  }

  /// /office/officers: who they are, and what waits for a second administrator.
  @Sendable func officersList(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    try visit.answer(OfficersPage(try await desk.officers(for: officer), in: visit))
  }

  /// /office/officers/new
  @Sendable func newOfficer(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    _ = try await desk.officers(for: officer)
    return try visit.answer(OfficerFormPage(TypedOfficer(), said: nil, in: visit))
  }

  /// POST /office/officers/new: proposes somebody to a second administrator.
  @Sendable func admitOfficer(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    let typed = TypedOfficer(visit.form)
    return try await mending {
      let change = OfficerChange.admit(
        username: typed.username, profile: try typed.profile(in: visit))
      let id = try await desk.propose(
        change, of: nil, reason: try visit.words(at: "reason"), by: officer)
      return visit.seeOther("/office/officers/proposals/\(id)")
    } again: { said in
      try visit.answer(OfficerFormPage(typed, said: said, in: visit), status: said.status)
    }
  }

  /// /office/officers/:id
  @Sendable func officerPage(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    let view = try await desk.officer(visit.id(), for: officer)
    return try visit.answer(
      OfficerPage(view, TypedOfficer(view.officer), said: nil, in: visit))
  }

  /// POST /office/officers/:id: proposes another profile, a reset, or who stands in.
  @Sendable func changeOfficer(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    let id: OfficerID = try visit.id()
    let typed = TypedOfficer(visit.form)
    return try await mending {
      let change = try typed.change(visit.form["act"], in: visit)
      let proposal = try await desk.propose(
        change, of: id, reason: try visit.words(at: "reason"), by: officer)
      return visit.seeOther("/office/officers/proposals/\(proposal)")
    } again: { said in
      let view = try await desk.officer(id, for: officer)
      // The other forms of the page post no profile.
      let isProfile = ["become", "leave"].contains(visit.form["act"])
      return try visit.answer(
        OfficerPage(view, isProfile ? typed : TypedOfficer(view.officer), said: said, in: visit),
        status: said.status)
    }
  }

  /// /office/officers/proposals/:id
  @Sendable func officerChange(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    let view = try await desk.officerChange(visit.id(), for: officer)
    return try visit.answer(OfficerChangePage(view, said: nil, in: visit))
  }

  /// POST /office/officers/proposals/:id/decision. What must be handed over is shown now and never
  /// again.
  @Sendable func decideOfficer(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    let id: OfficerChangeID = try visit.id()
    let verdict: SupplierVerdict
    switch visit.form["verdict"] {
    case "approve": verdict = .approve
    case "decline": verdict = .decline
    default: throw HTTPRefusal.bodyUnreadable
    }
    return try await mending {
      switch try await desk.decide(
        id, verdict, reason: try visit.words(at: "reason"), by: officer)
      {
      case .done: return visit.seeOther("/office/officers/proposals/\(id)")
      case .handOver(let username, let password):
        return try visit.answer(
          HandOverPage(
            parts: Parts([
              "chrome": visit.chrome(visit.words["handOver.title"]), "username": username,
              "password": password,
            ])))
      }
    } again: { said in
      let view = try await desk.officerChange(id, for: officer)
      return try visit.answer(
        OfficerChangePage(view, said: said, in: visit), status: said.status)
    }
  }

  /// /office/notices
  @Sendable func noticesPage(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    try visit.answer(
      NoticesPage(try await desk.notices(for: officer), visit.form, said: nil, in: visit))
  }

  /// POST /office/notices: every page says it, in every process, from that moment on.
  @Sendable func announce(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    return try await mending {
      let from = try visit.moment(day: "fromDay", time: "fromTime")
      let until = try visit.moment(day: "untilDay", time: "untilTime")
      try await desk.announce(
        vietnamese: try visit.words(at: "vietnamese"), english: try visit.words(at: "english"),
        from: from, until: until, by: officer)
      return visit.seeOther("/office/notices")
    } again: { said in
      try visit.answer(
        NoticesPage(try await desk.notices(for: officer), visit.form, said: said, in: visit),
        status: said.status)
    }
  }

  /// POST /office/notices/:id: it is shown no more.
  @Sendable func withdrawNotice(
    _ visit: Visit, _ officer: ActingOfficer
  ) async throws -> Response {
    try await desk.withdrawNotice(visit.id(), by: officer)
    return visit.seeOther("/office/notices")
  }
}

extension Visit {
  /// A day of the form; nil where none is typed.
  func day(at name: String) throws -> CivilDate? {
    let typed = form[name].filter { !$0.isWhitespace }
    guard !typed.isEmpty else { return nil }
    guard let day = CivilDate(typed: typed) else { throw Unreadable.day(name) }
    return day
  }

  /// A day and a time of day such as `14:30`; without a time, its beginning.
  func moment(day name: String, time: String) throws -> Instant {
    guard let day = try self.day(at: name) else { throw Unreadable.day(name) }
    let typed = form[time].filter { !$0.isWhitespace }
    guard !typed.isEmpty else { return Instant(day, hour: 0, minute: 0) }
    let parts = typed.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0..<24).contains(hour),
      (0..<60).contains(minute)
    else { throw Unreadable.time(time) }
    return Instant(day, hour: hour, minute: minute)
  }
}
