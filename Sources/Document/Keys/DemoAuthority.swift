import Crypto
import Foundation
import SwiftASN1
package import Vocabulary
import X509

/// The agency that a demo's keys are made for.
package struct DemoAgency: Sendable {
  package let id: AgencyID
  /// As printed, such as `Sở Tư pháp thành phố Cần Thơ`.
  package let name: String
  package let leaderName: String
  package let leaderTitle: String

  package init(id: AgencyID, name: String, leaderName: String, leaderTitle: String) {
    self.id = id
    self.name = name
    self.leaderName = leaderName
    self.leaderTitle = leaderTitle
  }
}

/// A demo's certificates and keys in one folder. Every certificate says DEMO in its organisation,
/// so that no real server takes it.
///
/// `root.pem`, `root.key.pem` (0600); `tsa.pem`, `tsa.key.pem`; for each agency a folder by its
/// code with `leader`, `seal` and `qr`, each `.pem` (certificate, then root) and `.key.pem`.
package struct DemoAuthority: Equatable, Sendable {
  package let folder: String

  package enum Purpose: String, Sendable, CaseIterable {
    /// The leader who answers for a certificate's content.
    case leader
    /// The agency's own seal.
    case seal
    /// Signs the tokens inside QR codes; it cannot sign documents.
    case qr
  }

  /// A demo's folder that exists already.
  package init(in folder: String) { self.folder = folder }

  package var rootPath: String { folder + "/root.pem" }
  package var timestampChainPath: String { folder + "/tsa.pem" }
  package var timestampKeyPath: String { folder + "/tsa.key.pem" }

  package func chainPath(_ purpose: Purpose, of agency: AgencyID) -> String {
    "\(folder)/\(agency.code)/\(purpose.rawValue).pem"
  }

  package func keyPath(_ purpose: Purpose, of agency: AgencyID) -> String {
    "\(folder)/\(agency.code)/\(purpose.rawValue).key.pem"
  }

  package func signer(_ purpose: Purpose, of agency: AgencyID) throws(Fault) -> Signer {
    try Signer.file(key: keyPath(purpose, of: agency), chain: chainPath(purpose, of: agency))
  }

  /// The demo's root, as trust for `PDFVerification`.
  package func trust() throws(Fault) -> [ChainCertificate] { try KeyFile.chain(at: rootPath) }

  /// Makes all keys and certificates. The folder appears whole or not at all; it must not exist.
  ///
  /// - Parameters:
  ///   - folder: where they go; its parent exists.
  ///   - agencies: whose keys to make.
  ///   - now: the certificates hold from an hour before, the root for ten years, the rest for
  ///     five. Keys and serial numbers come from the system's generator.
  /// - Throws: `Fault` if the folder exists or cannot be written.
  package static func create(
    in folder: String, agencies: [DemoAgency], at now: Instant
  ) throws(Fault) -> DemoAuthority {
    guard !FileManager.default.fileExists(atPath: folder) else {
      throw Fault("making demo keys in \(folder)", cause: "the folder exists; keys are kept")
    }
    let draft = folder + ".new"
    do {
      // A crash may have left half of it behind; nothing has used it.
      if FileManager.default.fileExists(atPath: draft) {
        try FileManager.default.removeItem(atPath: draft)
      }
      try makeFolder(draft)
      let root = try DemoIssuer(at: now)
      try root.write(to: draft, agencies: agencies)
      try FileManager.default.moveItem(atPath: draft, toPath: folder)
    } catch let fault as Fault {
      throw fault
    } catch {
      throw Fault("making demo keys in \(folder)", cause: "\(error)")
    }
    return DemoAuthority(in: folder)
  }

  static func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
  }
}
