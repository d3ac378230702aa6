import Records
import Store
import Vocabulary

/// The documents of a message, read one by one: what can be filed, and what is refused and why.
struct SupplyReading: Sendable {
  private(set) var documents: [IncomingDocument] = []
  private var refused: [SupplyReceipt.Line] = []

  init(_ supply: AuthenticSupply, on today: CivilDate) throws(SupplyRefused) {
    let lines = supply.envelope.documents
    guard !lines.isEmpty else { throw .noDocument }
    guard lines.count <= SupplyEnvelope.mostDocuments else {
      throw .tooManyDocuments(limit: SupplyEnvelope.mostDocuments)
    }
    for (line, bytes) in lines {
      do {
        let document = try DocumentReader.read(bytes, arrivedOn: today)
        do {
          try supply.grant.check(document)
        } catch {
          refused.append(Self.refusal(of: line, document, error.field, error.reason.words))
          continue
        }
        documents.append(
          IncomingDocument(document, bytes: DocumentWriter.bytes(of: document), line: line))
      } catch {
        refused.append(Self.refusal(of: line, nil, error.field, error.reason.words))
      }
    }
  }

  private static func refusal(
    of line: Int, _ document: SupplierDocument?, _ field: String, _ reason: String
  ) -> SupplyReceipt.Line {
    SupplyReceipt.Line(
      line: line, outcome: .refused, kind: document?.kind, number: document?.number,
      field: field, reason: reason)
  }

  /// Every document of the message with what became of it, in the message's order.
  func lines(after outcome: FilingOutcome) -> [SupplyReceipt.Line] {
    let filed = zip(documents, outcome.results).map { incoming, result in
      let document = incoming.document
      switch result {
      case .filed(_, let id):
        return SupplyReceipt.Line(
          line: incoming.line, outcome: .kept, kind: document.kind, number: document.number,
          document: id.number)
      case .known(_, let id):
        return SupplyReceipt.Line(
          line: incoming.line, outcome: .known, kind: document.kind, number: document.number,
          document: id.number)
      case .refused(let refusal):
        return Self.refusal(of: incoming.line, document, refusal.field, refusal.words)
      }
    }
    return (filed + refused).sorted { $0.line < $1.line }
  }
}
