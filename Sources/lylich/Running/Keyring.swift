import AsyncHTTPClient
import Desk
import Document
import Foundation
import Outside
import Store
import Vocabulary

/// The keys that this process holds, from the data folder or from an HSM.
struct Keyring: Sendable {
  private let settings: Settings
  private let folder: DataFolder
  private let installation: Installation
  let trust: [ChainCertificate]
  let timestamp: TimestampSource?

  init(
    _ settings: Settings, _ folder: DataFolder, _ installation: Installation, client: HTTPClient
  ) throws {
    self.settings = settings
    self.folder = folder
    self.installation = installation
    let root = folder.keys.appending(path: "root.pem")
    guard let pem = FileManager.default.contents(atPath: root.path) else {
      throw Fault(
        "reading the keys", cause: "\(root.path) is missing: it holds the roots that we trust")
    }
    let trust = try ChainCertificate.reading(pem: String(decoding: pem, as: UTF8.self))
    self.trust = trust
    self.timestamp = try settings.timestamp.map { address in
      let authority = TimestampClient(
        endpoint: try Endpoint(address), line: Line(client: client))
      return TimestampSource(
        trust: trust, nonce: { UInt64.random(in: 0 ... .max) },
        exchange: { Array(try await authority.answer(to: Data($0))) })
    }
  }

  /// Whether the keys of an agency lie here.
  func has(_ agency: AgencyID) -> Bool {
    FileManager.default.isReadableFile(
      atPath: DemoAuthority(in: folder.keys.path)
        .keyPath(.qr, of: agency))
  }

  /// Leader, seal and QR key of an agency; `hsm` names keys of the home agency that lie in an
  /// HSM. A demo takes only demo keys, a real installation only
  /// real ones.
  func signers(of agency: AgencyID, hsm: Settings.Signing?) throws -> Press.Signers {
    let files = DemoAuthority(in: folder.keys.path)
    let leader = try signer(hsm?.leader, "leader") {
      try files.signer(.leader, of: agency)
    }
    let seal = try signer(hsm?.seal, "seal") {
      try files.signer(.seal, of: agency)
    }
    let qr = try files.signer(.qr, of: agency)
    for (key, purpose) in [(leader, "leader"), (seal, "seal"), (qr, "QR")] {
      try expected.accept(key.origin, for: "the \(purpose) key of \(agency)")
    }
    return Press.Signers(leader: leader, seal: seal, qr: qr)
  }

  func journalSeed() throws(Fault) -> [UInt8] {
    let text = try folder.secret("journal.seed", byteCount: 32)
    return decoded(hex: text) ?? []
  }

  /// The key under which the officers' second factors are sealed: never in the database.
  func officerBox() throws(Fault) -> SecretBox { try folder.officerBox() }

  private var expected: KeyOrigin {
    switch installation.mode {
    case .demo: .demo
    case .real: .production
    }
  }

  /// A key in an HSM, where the settings name one:
  /// `pkcs11:module=…;token=…;key=…;pin=FILE;chain=FILE`.
  private func signer(
    _ setting: String?, _ purpose: String, orFile file: () throws -> Signer
  ) throws -> Signer {
    guard let setting else { return try file() }
    guard let place = HSMPlace(setting) else {
      throw SettingsProblem(
        key: "signing.\(purpose)", value: setting, source: "the settings",
        wants: "pkcs11:module=…;token=…;key=…;pin=FILE;chain=FILE",
        example: "pkcs11:module=/usr/lib/softhsm/libsofthsm2.so;token=lylich;key=\(purpose);"
          + "pin=/etc/lylich/hsm.pin;chain=/etc/lylich/\(purpose).pem")
    }
    return try Signer.pkcs11(
      module: place.module, token: place.token, key: place.key, pin: place.pinFile,
      chain: place.chain)
  }
}

/// Where a key lies in an HSM.
struct HSMPlace: Equatable, Sendable {
  let module: String
  let token: String
  let key: String
  let pinFile: String
  let chain: String

  init?(_ text: String) {
    guard text.hasPrefix("pkcs11:") else { return nil }
    var parts: [String: String] = [:]
    for part in text.dropFirst("pkcs11:".count).split(separator: ";") {
      let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
      guard pair.count == 2 else { return nil }
      parts[pair[0]] = pair[1]
    }
    guard let module = parts["module"], let token = parts["token"], let key = parts["key"],
      let pin = parts["pin"], let chain = parts["chain"]
    else { return nil }
    self.module = module
    self.token = token
    self.key = key
    self.pinFile = pin
    self.chain = chain
  }
}
