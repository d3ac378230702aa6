import Records
import Vocabulary

/// Builds the index of one agency's register from its documents, while it is being searched and
/// added to. A crash leaves a folder that nobody opens.
struct RegisterBuild: Sendable {
  let database: Database
  let folder: RegisterFolder
  let agency: AgencyID
  let threads: Int

  /// - Parameter progress: told how many documents were looked at, of how many at the beginning.
  func run(
    progress: @Sendable (_ seen: Int64, _ last: Int64) -> Void
  ) async throws -> RegisterManifest {
    let agency = agency
    let last = try await database.read { try RegisterDocuments.last(in: $0) }
    let fresh = try folder.begin(agency)
    var writer = try IndexWriter(folder: fresh, threads: threads)
    var manifest = RegisterManifest(
      agency: agency.code, sequence: 0, version: .empty, batch: 0, documents: 0, entries: 0,
      sum: "")
    var upcoming = try await page(after: 0)
    while let final = upcoming.last {
      async let following = page(after: final.id)
      try writer.add(try await entries(of: upcoming))
      manifest.pass(upcoming)
      progress(final.id, last)
      upcoming = try await following
    }
    manifest.entries = writer.count
    manifest.sum = String(try writer.finish(), radix: 16)
    try folder.end(fresh, manifest)
    return manifest
  }

  private func page(after last: Int64) async throws -> [RegisterDocument] {
    let agency = agency
    return try await database.look { connection in
      try RegisterDocuments.after(
        last, of: agency, limit: RegisterDocuments.page * 4, in: connection)
    }
  }

  /// Halves of a page on two cores, in order.
  private func entries(of page: [RegisterDocument]) async throws -> [RegisterEntry] {
    let middle = page.count / 2
    async let first = RegisterDocuments.entries(of: page[..<middle])
    async let second = RegisterDocuments.entries(of: page[middle...])
    return try await first + second
  }
}

extension RegisterManifest {
  mutating func pass(_ page: [RegisterDocument]) {
    guard let final = page.last else { return }
    sequence = final.id
    documents += page.count { $0.body != nil }
    guard let own = page.last(where: { $0.body != nil }) else { return }
    batch = own.batch
    version = RegisterVersion(document: own.id, batchDigest: hex(own.batchDigest))
  }
}
