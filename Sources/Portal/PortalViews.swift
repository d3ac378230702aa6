package import Desk
import Foundation
package import Vocabulary

/// What every page says of the place it was made in.
package struct SiteFacts: Equatable, Sendable {
  package var agencyName: String
  package var ruleSetName: String
  /// The law in force and what follows from it, for the page on the law: a title and a sentence.
  package var ruleSetNotes: [Note]

  package struct Note: Equatable, Sendable {
    package var title: String
    package var text: String

    package init(title: String, text: String) {
      self.title = title
      self.text = text
    }
  }

  package init(agencyName: String, ruleSetName: String, ruleSetNotes: [Note]) {
    self.agencyName = agencyName
    self.ruleSetName = ruleSetName
    self.ruleSetNotes = ruleSetNotes
  }
}

/// What can be chosen in forms, already in the reader's language.
package struct FormChoices: Equatable, Sendable {
  package var purposes: [Choice]
  package var feeGroups: [Choice]
  package var deliveryWays: [DeliveryWay]
  package var refusalGrounds: [Choice]

  package struct Choice: Equatable, Sendable {
    package var code: String
    package var words: String

    package init(code: String, words: String) {
      self.code = code
      self.words = words
    }
  }

  package init(
    purposes: [Choice], feeGroups: [Choice], deliveryWays: [DeliveryWay],
    refusalGrounds: [Choice]
  ) {
    self.purposes = purposes
    self.feeGroups = feeGroups
    self.deliveryWays = deliveryWays
    self.refusalGrounds = refusalGrounds
  }
}

/// The invented people of a demo, as `/demo/accounts.json` lists them.
package struct DemoCast: Equatable, Sendable, Codable {
  package var officers: [Account]
  package var citizens: [Person]

  package struct Account: Equatable, Sendable, Codable {
    /// `intake`, `assessor`, `leader`.
    package var role: String
    package var username: String
    package var password: String
    package var name: String
    /// The code of the agency.
    package var agency: String
    /// Of the second factor, in base32, for programs; and its code of this half minute.
    package var secret: String
    package var code: String

    package init(
      role: String, username: String, password: String, name: String, agency: String,
      secret: String, code: String
    ) {
      self.role = role
      self.username = username
      self.password = password
      self.name = name
      self.agency = agency
      self.secret = secret
      self.code = code
    }
  }

  package struct Person: Equatable, Sendable, Codable {
    package var name: String
    package var nationalID: String
    /// What is peculiar to this person, in a sentence.
    package var story: String

    package init(name: String, nationalID: String, story: String) {
      self.name = name
      self.nationalID = nationalID
      self.story = story
    }
  }

  package init(officers: [Account], citizens: [Person]) {
    self.officers = officers
    self.citizens = citizens
  }
}

/// What an examination of a PDF found, as words are chosen from it.
package struct ExaminedFile: Equatable, Sendable {
  package var verdict: Verdict
  /// Lower-case hex SHA-256 of the file.
  package var digest: String
  package var signatures: [Signed]
  /// The certificate whose document this is, byte for byte.
  package var registered: PublicCertificate?

  package enum Verdict: String, Equatable, Sendable, CaseIterable {
    /// Every signature is right and leads to our root.
    case valid
    /// The file can be read and nobody signed it.
    case unsigned
    /// Something was changed after signing, or a signature is not right.
    case changed
    case unreadable
  }

  package struct Signed: Equatable, Sendable {
    package var signer: String
    package var issuer: String
    /// When, by a timestamp or, without one, as the signer says.
    package var at: Instant?
    /// The timestamp authority; nil where there is no timestamp.
    package var timestampAuthority: String?
    package var coverage: Coverage
    package var standing: Standing

    package enum Coverage: String, Equatable, Sendable, CaseIterable {
      case wholeFile
      case earlierRevision
      case neither
    }

    package enum Standing: String, Equatable, Sendable, CaseIterable {
      case right
      case doubtful
    }

    package init(
      signer: String, issuer: String, at: Instant?, timestampAuthority: String?,
      coverage: Coverage, standing: Standing
    ) {
      self.signer = signer
      self.issuer = issuer
      self.at = at
      self.timestampAuthority = timestampAuthority
      self.coverage = coverage
      self.standing = standing
    }
  }

  package init(
    verdict: Verdict, digest: String, signatures: [Signed], registered: PublicCertificate?
  ) {
    self.verdict = verdict
    self.digest = digest
    self.signatures = signatures
    self.registered = registered
  }
}

/// What a stranger needs to verify without us.
package struct TrustView: Equatable, Sendable {
  package var rootPEM: String
  package var keysJSON: String
  /// The latest signed checkpoint of the journal; nil before the first.
  package var checkpoint: String?
  /// The verifier key of the checkpoint's signature.
  package var checkpointKey: String

  package init(rootPEM: String, keysJSON: String, checkpoint: String?, checkpointKey: String) {
    self.rootPEM = rootPEM
    self.keysJSON = keysJSON
    self.checkpoint = checkpoint
    self.checkpointKey = checkpointKey
  }
}

extension DemoCast {
  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}
