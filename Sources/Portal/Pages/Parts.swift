/// Values by the names that a template calls them by, for pages that are mostly lists.
struct Parts: MustacheParent, Sendable {
  private let values: [String: any Sendable]

  /// A nil is left out: the template's section is then empty.
  init(_ values: [String: (any Sendable)?]) {
    self.values = values.compactMapValues { $0 }
  }

  func child(named name: String) -> Any? { values[name] }
}

/// A page that is its parts.
protocol PartsPage: Page {
  var parts: Parts { get }
}

extension PartsPage {
  func child(named name: String) -> Any? { parts.child(named: name) }
}
