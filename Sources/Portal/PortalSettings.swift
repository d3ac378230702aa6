/// What the portal must know of the place it runs in.
package struct PortalSettings: Sendable {
  /// The address people type, without a path: `http://127.0.0.1:8080`, `https://lltp.example`.
  package var origin: String
  /// Where forms may send the browser besides ourselves: the e-identity provider and the payment
  /// gateway, as origins. A redirect after a form post is checked by browsers too.
  package var formTargets: [String]
  /// Whether every page bears the stamp BẢN MẪU and the front page lists accounts.
  package var stage: Stage
  package var clientAddress: ClientAddress

  package enum Stage: Sendable, Equatable {
    case demo
    case real
  }

  /// Whose address counts for the rate limits.
  package enum ClientAddress: Sendable, Equatable {
    /// The peer of the connection.
    case connection
    /// The last entry of `X-Forwarded-For`: only behind a proxy of ours that appends to it.
    case forwarded
  }

  package init(
    origin: String, formTargets: [String], stage: Stage, clientAddress: ClientAddress = .connection
  ) {
    self.origin = origin
    self.formTargets = formTargets
    self.stage = stage
    self.clientAddress = clientAddress
  }

  var isSecure: Bool { origin.hasPrefix("https://") }
}
