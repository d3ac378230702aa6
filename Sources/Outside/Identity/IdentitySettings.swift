/// How the e-ID provider is reached and what its claims are called.
package struct IdentitySettings: Sendable {
  package var issuer: Endpoint
  package var clientID: String
  /// The content of the secret file. Never printed.
  package var clientSecret: String
  package var authentication: ClientAuthentication
  /// Registered with the provider, compared by it letter by letter.
  package var redirectURI: String
  /// `openid` and whatever the provider wants for its claims.
  package var scope: String
  /// `acr_values` of the request; nil sends none.
  package var acrValues: String?
  package var claims: ClaimNames

  package init(
    issuer: Endpoint, clientID: String, clientSecret: String, redirectURI: String,
    authentication: ClientAuthentication = .basic, scope: String = "openid",
    acrValues: String? = nil, claims: ClaimNames = ClaimNames()
  ) {
    self.issuer = issuer
    self.clientID = clientID
    self.clientSecret = clientSecret
    self.redirectURI = redirectURI
    self.authentication = authentication
    self.scope = scope
    self.acrValues = acrValues
    self.claims = claims
  }
}

/// RFC 6749, section 2.3.1.
package enum ClientAuthentication: String, Sendable {
  case basic = "client_secret_basic"
  case post = "client_secret_post"
}

/// Which claim carries what. The defaults are those of the national sign-on (SSO of the National
/// Public Service Portal); another provider needs only other names.
package struct ClaimNames: Sendable {
  package var nationalID: String
  package var name: String
  /// `yyyyMMdd` or `YYYY-MM-DD`; a year alone where no more is known.
  package var birthDate: String
  /// Nil where the provider serves persons only.
  package var accountKind: String?
  package var personAccount: String
  package var level: String
  /// What the level claim says, and the level that it means. Anything else is no level at all.
  package var levels: [String: AssuranceLevel]

  package init(
    nationalID: String = "SoDinhDanh", name: String = "HoVaTen",
    birthDate: String = "NgayThangNamSinh", accountKind: String? = "LoaiTaiKhoan",
    personAccount: String = "1", level: String = "acr",
    levels: [String: AssuranceLevel] = [
      "1": .level1, "LoA1": .level1, "2": .level2, "LoA2": .level2,
    ]
  ) {
    self.nationalID = nationalID
    self.name = name
    self.birthDate = birthDate
    self.accountKind = accountKind
    self.personAccount = personAccount
    self.level = level
    self.levels = levels
  }
}
