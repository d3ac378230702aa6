import Foundation
import Vocabulary

/// What the provider publishes about itself (OpenID Connect Discovery 1.0).
struct Discovery: Sendable, Equatable {
  let authorization: Endpoint
  let token: Endpoint
  let keys: Endpoint

  /// The issuer must name itself exactly, or a document of another provider could be served here.
  init(_ body: Data, issuer: Endpoint) throws(Fault) {
    guard let fields = JSON.object(in: body) else {
      throw Self.fault("the discovery document is no JSON object")
    }
    guard let named = fields["issuer"]?.string, named == issuer.text || named == issuer.text + "/"
    else { throw Self.fault("the discovery document names another issuer") }
    self.authorization = try Self.endpoint("authorization_endpoint", in: fields)
    self.token = try Self.endpoint("token_endpoint", in: fields)
    self.keys = try Self.endpoint("jwks_uri", in: fields)
    if case .array(let methods)? = fields["code_challenge_methods_supported"] {
      guard methods.contains(.string("S256")) else {
        throw Self.fault("the provider does not offer PKCE with S256")
      }
    }
    self.issuerText = named
  }

  /// As written in the document: the `iss` claim must equal it.
  let issuerText: String

  private static func endpoint(
    _ name: String, in fields: [String: JSON]
  ) throws(Fault) -> Endpoint {
    guard let text = fields[name]?.string else { throw fault("\(name) is missing") }
    do throws(Endpoint.Malformed) {
      return try Endpoint(text)
    } catch {
      throw fault("\(name) is no https address")
    }
  }

  private static func fault(_ cause: String) -> Fault {
    Fault("reading the e-ID provider's discovery document", cause: cause)
  }
}
