import Desk
import Records
import Vocabulary
import Words

/// Who may send documents by message.
struct SuppliersPage: PartsPage {
  static let template = "suppliers"
  let parts: Parts

  init(_ view: SuppliersView, in visit: Visit) {
    let words = visit.words
    let waiting = view.proposals.filter { if case .waiting = $0.outcome { true } else { false } }
    self.parts = Parts([
      "chrome": visit.chrome(words["suppliers.title"]),
      "suppliers": view.grants.map { grant in
        Parts([
          "href": "/office/suppliers/change?supplier=\(grant.id)", "code": grant.id.code,
          "name": grant.name,
          "supplier": DocumentKindWords.words(grant.supplier, in: visit.language),
          "state": grant.key == nil
            ? Tag(words["suppliers.revoked"], .bad) : Tag(words["suppliers.granted"], .good),
        ])
      },
      "hasSuppliers": !view.grants.isEmpty,
      "waiting": waiting.map { SupplierPart.line($0, in: visit) },
      "hasWaiting": !waiting.isEmpty,
      "recent": view.proposals.filter { proposal in !waiting.contains { $0.id == proposal.id } }
        .map { SupplierPart.line($0, in: visit) },
      "hasRecent": waiting.count < view.proposals.count,
    ])
  }
}

/// The form in which a grant is proposed.
struct SupplierChangePage: PartsPage {
  static let template = "supplier-change"
  let parts: Parts

  init(_ typed: TypedSupplier, said: SupplierRefused? = nil, in visit: Visit) {
    let words = visit.words
    var lacking: [SupplierRefused.Field] = []
    if case .lacking(let fields) = said { lacking = fields }
    func field(_ field: SupplierRefused.Field, _ value: String, isArea: Bool) -> FieldPart {
      let name = field.rawValue
      return FieldPart(
        name: name, id: name, label: words["supplierField", name],
        hint: words["supplierHint", name], origin: nil,
        error: lacking.contains(field) ? words["supplierLack", name] : nil,
        describedBy: lacking.contains(field) ? "\(name)-hint \(name)-error" : "\(name)-hint",
        value: value, width: isArea ? "w-l" : "w-m", inputMode: nil, autocomplete: "off",
        maxLength: isArea ? "5000" : "40", isText: !isArea, isArea: isArea, isSelect: false,
        isRadios: false, isTick: false, isChosen: false, choices: [])
    }
    self.parts = Parts([
      "chrome": visit.chrome(words["suppliers.changeTitle"]),
      "errors": lacking.map {
        Link(
          href: "#\($0 == .kinds ? "supplier" : $0.rawValue)",
          text: "\(words["supplierField", $0.rawValue]): \(words["supplierLack", $0.rawValue])")
      },
      "hasErrors": !lacking.isEmpty,
      "said": lacking.isEmpty
        ? said.map { Notice(.bad, title: SupplierPart.sentence($0, in: visit)) } : nil,
      "first": [field(.id, typed.id, isArea: false), field(.issuers, typed.issuers, isArea: true)],
      "supplierError": lacking.contains(.kinds) ? words["supplierLack.kinds"] : nil,
      "suppliers": Supplier.allCases.map {
        ChoicePart(
          id: "supplier-\($0.rawValue)", name: "supplier", value: $0.rawValue,
          text: DocumentKindWords.words($0, in: visit.language),
          isChosen: typed.supplier == $0.rawValue)
      },
      "groups": Supplier.allCases.map { supplier in
        Parts([
          "title": DocumentKindWords.words(supplier, in: visit.language),
          "kinds": DocumentKind.allCases.filter { $0.supplier == supplier }.map {
            ChoicePart(
              id: "kind-\($0.rawValue)", name: "kind.\($0.rawValue)", value: "yes",
              text: DocumentKindWords.words($0, in: visit.language),
              isChosen: typed.kinds.contains($0.rawValue))
          },
        ])
      },
      "key": [field(.key, typed.key, isArea: true)], "reason": typed.reason,
    ])
  }
}

/// One proposal, and the decision on it.
struct SupplierProposalPage: PartsPage {
  static let template = "supplier-proposal"
  let parts: Parts

  init(_ view: SupplierProposalView, said: SupplierRefused?, in visit: Visit) {
    let words = visit.words
    var isOwn = false
    var mayDecide = false
    if case .waiting(let standing) = view.outcome {
      switch standing {
      case .own: isOwn = true
      case .mayDecide: mayDecide = true
      }
    }
    self.parts = Parts([
      "chrome": visit.chrome(words["suppliers.proposal"]),
      "place": "/office/suppliers/proposals/\(view.id)",
      "proposal": SupplierPart.line(view, in: visit),
      "said": said.map { Notice(.bad, title: SupplierPart.sentence($0, in: visit)) },
      "rows": SupplierPart.rows(of: view, in: visit),
      "showsBoth": view.current != nil,
      "isOwn": isOwn, "mayDecide": mayDecide,
    ])
  }
}

/// The pieces that these pages share.
enum SupplierPart {
  static func line(_ view: SupplierProposalView, in visit: Visit) -> Parts {
    let words = visit.words
    let state: Tag
    var decided: String?
    var decisionReason: String?
    switch view.outcome {
    case .waiting: state = Tag(words["rules.outcome.waiting"], .attention)
    case .approved(let by, let at, let reason):
      state = Tag(words["rules.outcome.approved"], .good)
      (decided, decisionReason) = ("\(by), \(at.vietnamese)", reason)
    case .declined(let by, let at, let reason):
      state = Tag(words["rules.outcome.declined"], .bad)
      (decided, decisionReason) = ("\(by), \(at.vietnamese)", reason)
    }
    return Parts([
      "href": "/office/suppliers/proposals/\(view.id)", "name": view.grant.name,
      "code": view.grant.id.code, "act": words["supplierAct", act(of: view)], "state": state,
      "reason": view.reason, "proposer": view.proposer, "proposedAt": view.proposedAt.vietnamese,
      "decided": decided, "decisionReason": decisionReason, "isDecided": decided != nil,
    ])
  }

  private static func act(of view: SupplierProposalView) -> String {
    view.grant.key == nil ? "revoke" : "grant"
  }

  /// What is proposed beside what holds.
  static func rows(of view: SupplierProposalView, in visit: Visit) -> [Parts] {
    let words = visit.words
    func row(_ label: String, _ text: (SupplierGrant) -> String) -> Parts {
      let becomes = text(view.grant)
      let was = view.current.map(text) ?? "–"
      return Parts([
        "label": label, "was": was, "becomes": becomes, "differs": was != becomes,
      ])
    }
    return [
      row(words["supplierField.issuers"]) { $0.issuers.joined(separator: "; ") },
      row(words["suppliers.kind"]) {
        DocumentKindWords.words($0.supplier, in: visit.language)
      },
      row(words["supplierField.kinds"]) { grant in
        grant.kinds.map { DocumentKindWords.words($0, in: visit.language) }
          .joined(separator: "; ")
      },
      row(words["supplierField.key"]) { $0.key?.text ?? words["suppliers.noKey"] },
    ]
  }

  static func sentence(_ refused: SupplierRefused, in visit: Visit) -> String {
    switch refused {
    case .lacking: visit.words["suppliers.lacking"]
    case .unchanged: visit.words["suppliers.unchanged"]
    case .reasonMissing: visit.words["refused.reasonMissing"]
    case .samePerson: visit.words["refused.rulesSamePerson"]
    case .decided: visit.words["refused.rulesDecided"]
    }
  }
}
