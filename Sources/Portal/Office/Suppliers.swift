import Desk
import Hummingbird
import Records
import Vocabulary
import Words

extension Portal {
  var supplierRoutes: [Route] {
    [
      .officer(.get, "/office/suppliers", suppliers),
      .officer(.get, "/office/suppliers/change", supplierForm),
      .officer(.post, "/office/suppliers/change", proposeSupplier),
      .officer(.get, "/office/suppliers/proposals/:id", supplierProposal),
      .officer(
        .post, "/office/suppliers/proposals/:id/decision", proof: .freshCode, decideSupplier),
    ]
  }

  /// /office/suppliers: who may send documents by message, and what waits for a second person.
  @Sendable func suppliers(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    try visit.answer(SuppliersPage(try await desk.suppliers(for: officer), in: visit))
  }

  /// /office/suppliers/change: the form for a new supplier, or for one that is there.
  @Sendable func supplierForm(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    let view = try await desk.suppliers(for: officer)
    let code = visit.query("supplier")
    guard !code.isEmpty else {
      return try visit.answer(SupplierChangePage(TypedSupplier(), in: visit))
    }
    guard let grant = view.grants.first(where: { $0.id.code == code }) else {
      throw HTTPRefusal.notFound
    }
    return try visit.answer(SupplierChangePage(TypedSupplier(grant), in: visit))
  }

  /// POST /office/suppliers/change: proposes it to a second administrator.
  @Sendable func proposeSupplier(
    _ visit: Visit, _ officer: ActingOfficer
  ) async throws -> Response {
    let typed = TypedSupplier(visit.form)
    do {
      let grant = try typed.grant()
      let id = try await desk.proposeSupplier(
        grant, reason: try visit.words(at: "reason"), by: officer)
      return visit.seeOther("/office/suppliers/proposals/\(id)")
    } catch let refused as SupplierRefused {
      return try visit.answer(
        SupplierChangePage(typed, said: refused, in: visit), status: .unprocessableContent)
    }
  }

  /// /office/suppliers/proposals/:id
  @Sendable func supplierProposal(
    _ visit: Visit, _ officer: ActingOfficer
  ) async throws -> Response {
    let view = try await desk.supplierProposal(visit.id(), for: officer)
    return try visit.answer(SupplierProposalPage(view, said: nil, in: visit))
  }

  /// POST /office/suppliers/proposals/:id/decision
  @Sendable func decideSupplier(
    _ visit: Visit, _ officer: ActingOfficer
  ) async throws -> Response {
    let id: SupplierProposalID = try visit.id()
    let verdict: SupplierVerdict
    switch visit.form["verdict"] {
    case "approve": verdict = .approve
    case "decline": verdict = .decline
    default: throw HTTPRefusal.bodyUnreadable
    }
    do {
      try await desk.decideSupplier(
        id, verdict, reason: try visit.words(at: "reason"), by: officer)
      return visit.seeOther("/office/suppliers/proposals/\(id)")
    } catch let refused as SupplierRefused {
      let view = try await desk.supplierProposal(id, for: officer)
      return try visit.answer(
        SupplierProposalPage(view, said: refused, in: visit), status: .unprocessableContent)
    }
  }
}

/// A grant as it is typed.
struct TypedSupplier: Sendable {
  var id = ""
  /// One a line.
  var issuers = ""
  var supplier = ""
  var kinds: Set<String> = []
  var key = ""
  var reason = ""
  /// The button that was pressed: the key is taken away.
  var isRevoked = false

  init() {}

  init(_ grant: SupplierGrant) {
    self.id = grant.id.code
    self.issuers = grant.issuers.joined(separator: "\n")
    self.supplier = grant.supplier.rawValue
    self.kinds = Set(grant.kinds.map(\.rawValue))
    self.key = grant.key?.text ?? ""
  }

  init(_ form: TypedForm) {
    self.id = form["id"]
    self.issuers = form["issuers"]
    self.supplier = form["supplier"]
    self.kinds = Set(
      DocumentKind.allCases.map(\.rawValue).filter { form["kind.\($0)"] == "yes" })
    self.key = form["key"]
    self.reason = form["reason"]
    self.isRevoked = form["act"] == "revoke"
  }

  /// - Throws: every field that cannot be read, at once.
  func grant() throws(SupplierRefused) -> SupplierGrant {
    var lacks: [SupplierRefused.Field] = []
    let id = SupplierID(id)
    if id == nil { lacks.append(.id) }
    let names = readNames()
    if names == nil { lacks.append(.issuers) }
    let supplier = Supplier(rawValue: supplier)
    if supplier == nil { lacks.append(.kinds) }
    let key = isRevoked ? nil : SupplierKey(text: self.key)
    if key == nil, !isRevoked { lacks.append(.key) }
    guard lacks.isEmpty, let id, let names, let supplier else { throw .lacking(lacks) }
    let chosen = DocumentKind.allCases.filter { kinds.contains($0.rawValue) }
    return SupplierGrant(
      id: id, issuers: names, supplier: supplier,
      kinds: chosen.isEmpty
        ? DocumentKind.allCases.filter { $0.supplier == supplier } : chosen,
      key: key)
  }

  /// The names, clean as those of documents are: they are compared with them.
  private func readNames() -> [String]? {
    var names: [String] = []
    for line in issuers.split(whereSeparator: \.isNewline) {
      guard let name = try? TypedText(String(line), limit: TextLimit(characters: 200)).text else {
        return nil
      }
      if !name.isEmpty, !names.contains(name) { names.append(name) }
    }
    return names.isEmpty || names.count > 20 ? nil : names
  }
}
