package import Vocabulary

/// How far the judicial records had been written, over all agencies: a search that began before a
/// document was filed says nothing of it.
package enum LatestDocument {
  package static func number(in connection: Connection) throws(Fault) -> Int64 {
    try connection.row("SELECT max(id) AS last FROM record_documents")
      .map { row throws(Fault) in try row.int64OrNil("last") ?? 0 } ?? 0
  }
}
