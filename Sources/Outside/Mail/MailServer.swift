import Vocabulary

/// How the mail server is reached.
package struct MailServer: Sendable {
  package var host: String
  package var port: Int
  package var security: Security
  package var credentials: Credentials?
  /// What we call ourselves in EHLO.
  package var helloName: String
  package var sender: Sender
  /// For the whole conversation.
  package var timeoutSeconds: Int

  package enum Security: String, Sendable {
    /// Without encryption: loopback only.
    case none
    /// Encrypted where the server offers it. An attacker can hide the offer.
    case whenOffered = "when-offered"
    /// Encrypted, or nothing is sent.
    case required
  }

  package struct Credentials: Sendable {
    package let user: String
    /// The content of the secret file. Never printed.
    package let password: String

    package init(user: String, password: String) {
      self.user = user
      self.password = password
    }
  }

  /// - Throws: `Malformed` where mail, or a password, would travel readable beyond loopback.
  package init(
    host: String, port: Int, security: Security, credentials: Credentials?, helloName: String,
    sender: Sender, timeoutSeconds: Int = 20
  ) throws(Malformed) {
    let isLoopback = ["127.0.0.1", "localhost", "::1"].contains(host)
    guard isLoopback || security != .none else { throw .plainBeyondLoopback }
    guard isLoopback || credentials == nil || security == .required else {
      throw .passwordNeedsEncryption
    }
    guard (1...65535).contains(port) else { throw .port(port) }
    let isName = helloName.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    guard isName, (1...255).contains(helloName.utf8.count) else { throw .helloName }
    self.host = host
    self.port = port
    self.security = security
    self.credentials = credentials
    self.helloName = helloName
    self.sender = sender
    self.timeoutSeconds = timeoutSeconds
  }

  package enum Malformed: Error, Equatable, Sendable {
    case plainBeyondLoopback
    case passwordNeedsEncryption
    case port(Int)
    case helloName
  }
}
