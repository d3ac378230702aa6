/// What one document says of its person, as the engine keeps it. A document with several names,
/// numbers or residences makes several entries, so that nothing which a court typed is lost.
///
/// Entries are made of documents and not of folded records: which record a document belongs to, and
/// whether it still counts there, may change; what it says does not. So the entries of a register
/// are a function of its documents in the order of filing, and only ever grow.
package struct RegisterEntry: Equatable, Sendable {
  package let filed: FilingPlace
  let record: PackedRecord

  /// The entries of documents, in their order.
  package static func of(_ documents: [(FilingPlace, SupplierDocument)]) -> [RegisterEntry] {
    var reader = PersonReader()
    var entries: [RegisterEntry] = []
    entries.reserveCapacity(documents.count * 5 / 4)
    for (filed, document) in documents {
      for record in reader.entries(of: document) {
        entries.append(RegisterEntry(filed: filed, record: record))
      }
    }
    return entries
  }
}
