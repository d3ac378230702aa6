package import Vocabulary

/// Who can sign in to a demo. Passwords are random and exist in this folder alone.
package struct DemoAccounts: Equatable, Sendable, Codable {
  package var accounts: [Account]

  package struct Account: Equatable, Sendable, Codable {
    package var agency: AgencyID
    package var roles: [Role]
    package var name: String
    package var title: String
    package var username: String
    package var password: String
    /// Of the second factor, in base32; nil in a folder of the time before there was one.
    package var secret: String?
  }

  package init(accounts: [Account]) {
    self.accounts = accounts
  }
}
