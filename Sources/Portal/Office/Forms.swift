import Desk
import Hummingbird
import Issuance
import Vocabulary
import Words

extension Portal {
  var formRoutes: [Route] {
    [
      .citizen(.get, "/cases/:id/forms/:form", citizenForm),
      .officer(.get, "/office/cases/:id/forms/:form", officeForm),
      .officer(.post, "/office/cases/:id/apology", reappoint),
      .officer(.get, "/office/register", register),
      .officer(.get, "/office/register/volume.pdf", registerVolume),
      .officer(.get, "/office/register/table.csv", registerTable),
    ]
  }

  /// /cases/:id/forms/02.pdf: what the agency told the citizen in writing.
  @Sendable func citizenForm(_ visit: Visit, _ citizen: CitizenID) async throws -> Response {
    let form = try visit.statutoryForm()
    return visit.pdf(
      try await desk.citizenForm(form, of: visit.id(), of: citizen),
      name: "form-\(form.rawValue).pdf")
  }

  /// /office/cases/:id/forms/05.pdf
  @Sendable func officeForm(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    let form = try visit.statutoryForm()
    return visit.pdf(
      try await desk.officeForm(form, of: visit.id(), by: officer),
      name: "form-\(form.rawValue).pdf")
  }

  /// POST …/apology: a leader names another day.
  @Sendable func reappoint(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    try await act(visit, officer) { id, version in
      try await desk.reappoint(
        id, version: version, day: try typedDay(visit.form, "newDay"),
        reason: try visit.words(at: "apology"), by: officer)
    }
  }

  /// /office/register: the register's volumes of a period; this month's where none is asked for.
  @Sendable func register(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    let today = visit.now.civilDate
    let first = CivilDate(year: today.year, month: today.month, day: 1) ?? today
    let typed = (from: visit.query("from"), to: visit.query("to"))
    let period = typed.from.isEmpty ? (from: first, to: today) : period(typed)
    guard let period else {
      return try visit.answer(
        RegisterPage(nil, typed: typed, in: visit), status: .unprocessableContent)
    }
    do {
      let view = try await desk.registerVolumes(from: period.from, to: period.to, by: officer)
      return try visit.answer(RegisterPage(view, typed: typed, in: visit))
    } catch Refused.periodTooLong {
      return try visit.answer(
        RegisterPage(nil, typed: typed, in: visit), status: .unprocessableContent)
    }
  }

  /// /office/register/volume.pdf?from=…&to=…&volume=2&at=…&after=…
  @Sendable func registerVolume(
    _ visit: Visit, _ officer: ActingOfficer
  ) async throws -> Response {
    guard let period = period((visit.query("from"), visit.query("to"))),
      let number = Int(visit.query("volume")), (1...100_000).contains(number)
    else { throw HTTPRefusal.notFound }
    var key: RegisterVolume.Key?
    if let at = Int64(visit.query("at")), let id = CaseID(visit.query("after")) {
      key = .init(lodgedAt: Instant(milliseconds: at), id: id)
    }
    let pdf = try await desk.registerVolume(
      RegisterVolume(number: number, after: key), from: period.from, to: period.to, by: officer)
    return visit.pdf(pdf, name: "register-\(number).pdf")
  }

  /// /office/register/table.csv?from=…&to=…: written while it is read.
  @Sendable func registerTable(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    guard let period = period((visit.query("from"), visit.query("to"))) else {
      throw HTTPRefusal.notFound
    }
    let desk = desk
    return try await visit.table(name: "register.csv") { write in
      try await desk.registerTable(
        from: period.from, to: period.to, by: officer, write: write)
    }
  }

  private func period(
    _ typed: (from: String, to: String)
  ) -> (from: CivilDate, to: CivilDate)? {
    guard let from = CivilDate(typed: typed.from), let to = CivilDate(typed: typed.to),
      from <= to
    else { return nil }
    return (from, to)
  }
}

extension Visit {
  /// `02.pdf` in the address.
  fileprivate func statutoryForm() throws(HTTPRefusal) -> StatutoryForm {
    let name = context.parameters.get("form") ?? ""
    guard name.hasSuffix(".pdf"), let form = StatutoryForm(rawValue: String(name.dropLast(4)))
    else { throw .notFound }
    return form
  }
}

/// The volumes of the register, and where to ask for a period.
struct RegisterPage: PartsPage {
  static let template = "office-register"
  let parts: Parts

  init(_ view: RegisterView?, typed: (from: String, to: String), in visit: Visit) {
    let words = visit.words
    let period = view.map { "from=\($0.from.iso)&to=\($0.to.iso)" } ?? ""
    self.parts = Parts([
      "chrome": visit.chrome(words["register.title"]),
      "from": view?.from.vietnamese ?? typed.from, "to": view?.to.vietnamese ?? typed.to,
      "wrong": view == nil
        ? Notice(.bad, title: words["register.wrong"], text: words["register.wrongText"]) : nil,
      "isEmpty": view?.volumes.isEmpty ?? false,
      "tableHref": view.flatMap {
        $0.volumes.isEmpty ? nil : "/office/register/table.csv?\(period)"
      },
      "isCut": view?.isCut ?? false,
      "volumes": (view?.volumes ?? []).map { volume in
        let key = volume.after.map { "&at=\($0.lodgedAt.milliseconds)&after=\($0.id)" } ?? ""
        return Link(
          href: "/office/register/volume.pdf?\(period)&volume=\(volume.number)\(key)",
          text: "\(words["register.volume"]) \(volume.number) (PDF)")
      },
    ])
  }
}
