/// What a supplier may send by message, and with which key it signs: the whole of it, so that a
/// later grant replaces an earlier one.
package struct SupplierGrant: Equatable, Sendable, Codable {
  package var id: SupplierID
  /// The bodies in whose name it files, as its documents write them: itself first, then the names
  /// it had, and courts whose judgments it sends (a court of first instance sends the extracts of
  /// the appeal).
  package var issuers: [String]
  package var supplier: Supplier
  /// In the order of `DocumentKind`; all of them kinds of this supplier.
  package var kinds: [DocumentKind]
  /// Nil: revoked. It may send nothing.
  package var key: SupplierKey?

  package init(
    id: SupplierID, issuers: [String], supplier: Supplier, kinds: [DocumentKind],
    key: SupplierKey?
  ) {
    self.id = id
    self.issuers = issuers
    self.supplier = supplier
    self.kinds = kinds
    self.key = key
  }

  package var name: String { issuers.first ?? "" }
}

extension SupplierGrant {
  /// Refuses a document that the supplier does not stand for: of another kind, issued by another
  /// body, or an extract of another court's judgment.
  package func check(_ document: SupplierDocument) throws(DocumentRefusal) {
    guard kinds.contains(document.kind) else { throw DocumentRefusal("kind", .notThisSuppliers) }
    guard issuers.contains(document.issuer) else {
      throw DocumentRefusal("issuer", .notThisSuppliers)
    }
    switch document.content {
    case .judgment(let extract):
      guard isOwn(extract, in: document.kind) else {
        throw DocumentRefusal("judgment.court", .notThisSuppliers)
      }
    case .ban(let ban):
      guard issuers.contains(ban.court) else {
        throw DocumentRefusal("ban.court", .notThisSuppliers)
      }
    // These are about judgments of any court; who issued them is checked above.
    case .execution, .change, .expungement, .reconsideration, .identity: return
    }
  }

  /// The procuracy passes on judgments of foreign courts, the police entries of old registers.
  private func isOwn(_ extract: JudgmentExtract, in kind: DocumentKind) -> Bool {
    switch kind.supplier {
    case .court, .defence: issuers.contains(extract.court)
    case .procuracy, .police, .civilEnforcement, .commune: true
    }
  }
}
