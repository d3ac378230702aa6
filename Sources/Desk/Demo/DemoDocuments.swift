import CaseFile
import Records
package import Store
package import Vocabulary

/// What a demo's suppliers have sent about its other invented people (`DemoRecords` has two).
package enum DemoDocuments {
  /// Files the documents that are not there yet. Running it twice changes nothing.
  package static func plant(
    _ lines: [[UInt8]], of agency: AgencyID, in database: Database, surroundings: Surroundings
  ) async throws {
    let now = surroundings.now()
    var documents: [IncomingDocument] = []
    for (index, bytes) in lines.enumerated() {
      do {
        let document = try DocumentReader.read(bytes, today: now.civilDate)
        documents.append(IncomingDocument(document, bytes: bytes))
      } catch {
        throw Fault("planting the demo's documents", cause: "document \(index + 1): \(error)")
      }
    }
    let incoming = documents
    let first = incoming.first?.document.person.numbers.first ?? ""
    let isPlanted = try await database.read { connection in
      try RecordSearch.record(number: first, of: agency, in: connection) != nil
    }
    guard !isPlanted else { return }
    try await database.write { transaction in
      _ = try RecordFiling.file(
        incoming, of: agency, source: .planted, by: .system("demo"), at: now, in: transaction)
    }
  }
}
