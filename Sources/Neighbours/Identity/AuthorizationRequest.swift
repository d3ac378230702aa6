/// What a browser brought from the relying party.
struct AuthorizationRequest {
  let redirectURI: String
  let state: String?
  let nonce: String?
  let challenge: String
  let clientID: String

  /// Why it goes no further. Only where client and address are known is the browser sent back.
  enum Flaw: Error {
    case toBeShown(String)
    case toBeReturned(error: String, redirectURI: String, state: String?)
  }

  init(
    _ fields: [String: String], for party: NeighbourhoodSettings.RelyingParty
  ) throws(Flaw) {
    guard fields["client_id"] == party.clientID else { throw .toBeShown("client_id") }
    guard let redirectURI = fields["redirect_uri"], party.redirectURIs.contains(redirectURI)
    else { throw .toBeShown("redirect_uri") }
    let state = fields["state"]
    func returned(_ error: String) -> Flaw {
      .toBeReturned(error: error, redirectURI: redirectURI, state: state)
    }
    guard fields["response_type"] == "code" else { throw returned("unsupported_response_type") }
    guard (fields["scope"] ?? "").split(separator: " ").contains("openid") else {
      throw returned("invalid_scope")
    }
    guard fields["code_challenge_method"] == "S256", let challenge = fields["code_challenge"],
      challenge.utf8.count == 43
    else { throw returned("invalid_request") }
    self.redirectURI = redirectURI
    self.state = state
    self.nonce = fields["nonce"]
    self.challenge = challenge
    self.clientID = party.clientID
  }

  /// The request again, for the form on the page.
  var hiddenFields: String {
    var html = hidden("client_id", clientID) + hidden("redirect_uri", redirectURI)
    html += hidden("response_type", "code") + hidden("scope", "openid")
    html += hidden("code_challenge", challenge) + hidden("code_challenge_method", "S256")
    if let state { html += hidden("state", state) }
    if let nonce { html += hidden("nonce", nonce) }
    return html
  }
}

/// The relying party's address with an answer, whether or not it has a query already.
func returnAddress(_ redirectURI: String, _ pairs: [(String, String?)]) -> String {
  let query = pairs.compactMap { name, value in
    value.map { "\(name)=\(urlEncoded($0))" }
  }
  return redirectURI + (redirectURI.contains("?") ? "&" : "?") + query.joined(separator: "&")
}
