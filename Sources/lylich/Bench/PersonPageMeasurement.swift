import AsyncHTTPClient
import Foundation
import Outside
import Records
import Vocabulary

/// What an officer waits for who looks for a person: the pages, through HTTP, of a demo that holds
/// all the documents.
struct PersonPageMeasurement {
  /// The data folder of the demo.
  let data: URL
  let database: String
  let port: Int
  /// Where the demo's lines and papers go.
  let folder: URL

  private static let rounds = 500
  private static let warm = 20

  func run(_ people: [SoughtPerson]) async throws {
    let server = try await ServerProcess.start(
      [
        "demo", "--data", data.path, "--database", database, "--port", "\(port)", "--profile",
        InventedPress.profile,
      ],
      environment: [:], port: port, log: folder.appending(path: "demo.log"))
    defer { server.stop() }
    // One that leaves redirects to the visitor.
    let client = Line.makeClient()
    do {
      try await visit(server, client, people)
    } catch {
      try await client.shutdown()
      throw error
    }
    try await client.shutdown()
  }

  private func visit(
    _ server: ServerProcess, _ client: HTTPClient, _ people: [SoughtPerson]
  ) async throws {
    guard let base = URL(string: server.base) else {
      throw Fault("measuring the pages", cause: "\(server.base) is no address")
    }
    let walk = SmokeRun(base: base, out: folder.appending(path: "papers"), client: client)
    let (id, officer) = try await walk.accepted()
    let page = "/office/cases/\(id)/person"
    say("")
    try await time("candidate page") { _ in try await officer.get(page) }
    var look = try officer.form(to: "/person/look")
    try await time("looking for a name by hand") { round in
      fill(&look, people[round % people.count], hasNumber: round % 2 == 0)
      return try await officer.submit(look)
    }
    try await time("looking for nothing but a name by hand") { round in
      fill(&look, SoughtPerson(names: [people[round % people.count].names.first ?? ""]))
      return try await officer.submit(look)
    }
    try await officer.get(page)
    let again = try officer.form(to: "/person/search")
    try await time("searching for the applicant again, and its page") { _ in
      try await officer.submit(again)
    }
    try await open(officer)
    say("Resident memory of the program: \(try server.facts.memoryKiB() / 1024) MiB")
  }

  /// Opens one record after the other; each look is a line of the journal before the page is sent.
  private func open(_ officer: Visitor) async throws {
    try await officer.get("/office/records/1")
    var fields = try officer.form(with: "reason").fields
    if let reason = fields.firstIndex(where: { $0.name == "reason" }) {
      fields[reason].value = "Đo thời gian"
    }
    let asked = fields
    try await time("record opened, journalled") { round in
      try await officer.submit(
        HTMLForm(
          action: "/office/records/\(round + 1)", method: "post", fields: asked, buttons: []))
    }
  }

  private func fill(
    _ form: inout HTMLForm, _ person: SoughtPerson, hasNumber: Bool = false
  ) {
    form.set("name", person.names.first ?? "")
    form.set("birth", typed(person.born))
    form.set("number", hasNumber ? person.numbers.first ?? "" : "")
    form.set("father", person.father)
    form.set("mother", person.mother)
    form.set("birthPlace", person.birthPlace)
  }

  /// As an officer types it.
  private func typed(_ birth: BirthDate?) -> String {
    switch birth {
    case .day(let day): "\(padded(day.day, to: 2))/\(padded(day.month, to: 2))/\(day.year)"
    case .month(let year, _), .year(let year): "\(year)"
    case nil: ""
    }
  }

  private func time(_ name: String, _ ask: (Int) async throws -> Visitor.Page) async throws {
    let clock = ContinuousClock()
    var times: [Double] = []
    for round in 0..<(Self.warm + Self.rounds) {
      let begun = clock.now
      let page = try await ask(round)
      if round >= Self.warm { times.append((clock.now - begun) / .milliseconds(1)) }
      guard page.status == 200 else {
        throw Fault("measuring the pages", cause: "\(name): the status is \(page.status)")
      }
    }
    times.sort()
    say(
      "Through HTTP, \(name), p50 / p99: \(RegisterMeasurement.ms(times, 0.5)) / "
        + RegisterMeasurement.ms(times, 0.99))
  }
}
