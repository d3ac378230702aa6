import CaseFile
import Desk
import Foundation
import Records
import Store
import Vocabulary

/// Finds people in judicial records as an officer's page does: the index is built from the
/// documents, caught up and asked through the desk.
struct RegisterMeasurement {
  let database: Database
  let agency: AgencyID
  let folder: URL
  private let clock = ContinuousClock()

  /// Returns the people it looked for.
  ///
  /// - Parameter isBuilt: whether the index that is there is good.
  func run(isBuilt: Bool) async throws -> [SoughtPerson] {
    let register = RegisterIndex(
      database: database, folder: folder.path, weights: try Weights.standard())
    if !isBuilt { try await build(register) }
    let finder = PersonFinder(database: database, register: register)
    let somebody = SoughtPerson(InventedRecord(number: 1).document.person)
    let first = clock.now
    let size = try await finder.find(somebody, of: agency).entries
    let opening = (clock.now - first) / .milliseconds(1)
    say("First search, which opens the index: \(Self.ms([opening], 0))")
    let people = try await sample(2200, of: size)
    try await ask(people, finder)
    try await file(finder)
    say("Resident memory: \(residentMiB()) MiB")
    return people.map(\.person)
  }

  private func build(_ register: RegisterIndex) async throws {
    let begun = clock.now
    let size = try await register.rebuild(agency, at: Instant.now)
    let built = (clock.now - begun) / .seconds(1)
    say("")
    say("\(size.documents) documents as \(size.entries) entries: built in \(figure(built)) s")
  }

  private func ask(_ people: [Asked], _ finder: PersonFinder) async throws {
    var times: [Double] = []
    var found = 0
    for (place, asked) in people.enumerated() {
      let begun = clock.now
      let search = try await finder.find(asked.person, of: agency)
      if place >= 200 { times.append((clock.now - begun) / .milliseconds(1)) }
      if search.candidates.contains(where: { $0.document == asked.document }) || search.isCapped {
        found += 1
      }
    }
    times.sort()
    say("Found \(found) of \(people.count) people by their own documents")
    say("One search through the desk, p50 / p99: \(Self.ms(times, 0.5)) / \(Self.ms(times, 0.99))")
  }

  /// From the end of the commit to the answer that has the new document.
  private func file(_ finder: PersonFinder) async throws {
    var times: [Double] = []
    for number in 0..<50 {
      var document = InventedRecord(number: 900_000_000 + number).document
      document.person.name = "Đinh Bá Khiêm"
      let incoming = IncomingDocument(document, bytes: DocumentWriter.bytes(of: document))
      let agency = agency
      try await database.write { transaction in
        _ = try RecordFiling.file(
          [incoming], of: agency, source: .planted, by: .system("bench"), at: Instant.now,
          in: transaction)
      }
      let begun = clock.now
      let search = try await finder.find(SoughtPerson(document.person), of: agency)
      times.append((clock.now - begun) / .milliseconds(1))
      guard search.outcome == .match else {
        throw Fault("measuring the register", cause: "a document just filed was not found")
      }
    }
    times.sort()
    say(
      "A document just committed is found after, p50 / p99: \(Self.ms(times, 0.5)) / "
        + Self.ms(times, 0.99))
  }

  private struct Asked: Sendable {
    let document: DocumentID
    let person: SoughtPerson
  }

  /// People of records that lie evenly over the register.
  private func sample(_ count: Int, of documents: Int) async throws -> [Asked] {
    let agency = agency
    let step = max(1, Int64(documents / count))
    return try await database.read { connection in
      var asked: [Asked] = []
      for place in 0..<Int64(count) {
        let id = RecordID(1 + place * step)
        guard let record = try JudicialRecords.record(id, of: agency, in: connection),
          let document = record.documents.first
        else { continue }
        asked.append(
          Asked(document: document.id, person: SoughtPerson(document.document.person)))
      }
      return asked
    }
  }

  static func ms(_ sorted: [Double], _ share: Double) -> String {
    guard !sorted.isEmpty else { return "–" }
    let value = sorted[Int(Double(sorted.count - 1) * share)]
    return "\(Double(Int((value * 1000).rounded())) / 1000) ms"
  }
}
