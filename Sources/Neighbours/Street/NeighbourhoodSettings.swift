package import Foundation
package import Logging
package import Vocabulary

/// Everything that the neighbours need to know of the program beside them.
package struct NeighbourhoodSettings: Sendable {
  /// Where their files are kept; made if it is missing.
  package var folder: URL
  package var ports: Ports
  /// The relying party: who may ask the e-ID provider, and where its answers may go.
  package var relyingParty: RelyingParty
  package var merchant: Merchant
  /// Files of the timestamp authority: a P-256 key, and its certificate with its issuers (PEM).
  /// Without them that neighbour answers 503.
  package var timestampKey: String?
  package var timestampChain: String?
  /// How long a body thinks before it answers an inquiry, in seconds.
  package var recordsCentreSeconds: Double
  package var policeSeconds: Double
  package var cast: Cast
  /// How the simulated court sends documents; nil where there is none.
  package var supply: Supply?
  /// Now, as the neighbours' clocks show it.
  package var clock: @Sendable () -> Instant
  package var logger: Logger

  package init(
    folder: URL, ports: Ports, relyingParty: RelyingParty, merchant: Merchant,
    timestampKey: String? = nil, timestampChain: String? = nil, cast: Cast,
    recordsCentreSeconds: Double = 0, policeSeconds: Double = 1, supply: Supply? = nil,
    clock: @escaping @Sendable () -> Instant, logger: Logger
  ) {
    self.folder = folder
    self.ports = ports
    self.relyingParty = relyingParty
    self.merchant = merchant
    self.timestampKey = timestampKey
    self.timestampChain = timestampChain
    self.cast = cast
    self.supply = supply
    self.recordsCentreSeconds = recordsCentreSeconds
    self.policeSeconds = policeSeconds
    self.clock = clock
    self.logger = logger
  }

  /// Loopback ports; zero lets the system choose (tests).
  package struct Ports: Sendable {
    package var identity = 0
    package var population = 0
    package var recordsCentre = 0
    package var police = 0
    package var payment = 0
    package var timestamp = 0
    package var smtp = 0
    package var mailbox = 0
    package var court = 0
    package var scanner = 0
    package var scannerControl = 0

    package init() {}

    /// Eleven ports in a row, in the order above.
    package init(from first: Int) {
      (identity, population, recordsCentre, police) = (first, first + 1, first + 2, first + 3)
      (payment, timestamp, smtp, mailbox) = (first + 4, first + 5, first + 6, first + 7)
      (court, scanner, scannerControl) = (first + 8, first + 9, first + 10)
    }
  }

  package struct RelyingParty: Sendable {
    package var clientID: String
    package var clientSecret: String
    package var redirectURIs: [String]

    package init(clientID: String, clientSecret: String, redirectURIs: [String]) {
      self.clientID = clientID
      self.clientSecret = clientSecret
      self.redirectURIs = redirectURIs
    }
  }

  package struct Supply: Sendable {
    /// Where messages go.
    package var address: String
    /// The receiving agency and the court, by their codes.
    package var receiver: String
    package var code: String
    /// Of the court's Ed25519 key: 32 bytes.
    package var seed: [UInt8]
    /// Between two messages.
    package var everySeconds: Double

    package init(
      address: String, receiver: String, code: String, seed: [UInt8], everySeconds: Double
    ) {
      self.address = address
      self.receiver = receiver
      self.code = code
      self.seed = seed
      self.everySeconds = everySeconds
    }

    /// The public half of the key, 32 bytes: what administrators grant.
    package static func publicKey(ofSeed seed: [UInt8]) throws(Fault) -> [UInt8] {
      try Court.publicKey(ofSeed: seed)
    }
  }

  package struct Merchant: Sendable {
    package var terminalCode: String
    package var hashSecret: String
    /// Where notices (IPN) go, without a query.
    package var noticeURL: String
    /// Between two notices that were not confirmed: the real gateway's five minutes, scaled.
    package var retrySeconds: Double

    package init(
      terminalCode: String, hashSecret: String, noticeURL: String, retrySeconds: Double = 5
    ) {
      self.terminalCode = terminalCode
      self.hashSecret = hashSecret
      self.noticeURL = noticeURL
      self.retrySeconds = retrySeconds
    }
  }
}

/// Where each neighbour answers, once all of them do.
package struct Addresses: Sendable, Equatable {
  /// The issuer of OpenID Connect.
  package let identity: String
  package let population: String
  package let recordsCentre: String
  package let police: String
  /// `{payment}/paymentv2/vpcpay.html` and `{payment}/merchant_webapi/api/transaction`.
  package let payment: String
  /// Takes `application/timestamp-query` by POST at this address itself.
  package let timestamp: String
  package let smtpPort: Int
  /// A page that lists the mails which the SMTP port took.
  package let mailbox: String
  /// Speaks clamd's INSTREAM.
  package let scannerPort: Int
  package let scannerControl: String
}
