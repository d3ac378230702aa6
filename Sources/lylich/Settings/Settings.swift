import Foundation
import Outside
import Store
import Vocabulary

/// Everything the program is told, read once. Rooms never see it.
struct Settings: Sendable {
  let host: String
  let port: Int
  /// Where citizens reach the portal: scheme, host and port, without a slash at the end.
  let baseURL: String
  let data: URL
  let database: DatabaseLocation
  let profile: String
  let identity: Identity
  let population: String
  let recordsCentre: String
  let police: String
  let payment: Payment
  /// Nil: signatures are B-B and the pages say so.
  let timestamp: String?
  let mail: Mail?
  /// Nil: papers wait, and nobody opens them.
  let scanner: ScannerAddress?
  let signing: Signing
  /// Where offices lay files of documents; nil: the worker watches nothing.
  let recordsFolder: String?

  struct Identity: Sendable {
    let issuer: String
    let clientID: String
    let clientSecretFile: URL
    let claims: [String: String]
  }

  struct Payment: Sendable {
    let payURL: String
    let apiURL: String
    let terminal: String
    let secretFile: URL
  }

  struct Mail: Sendable {
    let host: String
    let port: Int
    let from: String
  }

  /// Nil values: key files in the data folder.
  struct Signing: Sendable {
    let leader: String?
    let seal: String?
  }

  init(reading source: SettingsSource) throws(SettingsProblem) {
    let read = SettingsReader(source: source)
    self.host = try read.text("http.host", or: "127.0.0.1", wants: "a host or address")
    self.port = try read.number("http.port", or: 8080, in: 1...65535)
    self.baseURL = try read.url("http.base", or: "http://\(host):\(port)")
    self.data = try read.folder("data", or: "./data")
    self.database = try read.database("database", or: "sqlite:\(data.path)/lylich.sqlite")
    self.profile = try read.required(
      "profile", wants: "the issuer profile that this portal serves (there is no default)",
      example: "LYLICH_PROFILE=stp-cantho-2023 (lylich serve --help lists them)")
    self.identity = try Identity(read)
    self.population = try read.requiredURL(
      "population.url", example: "LYLICH_POPULATION_URL=https://population.example/query")
    self.recordsCentre = try read.requiredURL(
      "agencies.records", example: "LYLICH_AGENCIES_RECORDS=https://records.example")
    self.police = try read.requiredURL(
      "agencies.police", example: "LYLICH_AGENCIES_POLICE=https://police.example")
    self.payment = try Payment(read)
    self.timestamp = try read.optionalURL(
      "timestamp.url", example: "LYLICH_TIMESTAMP_URL=https://tsa.example/tsr")
    self.mail = try Mail(read)
    self.recordsFolder = try read.optionalFolder(
      "records.folder", example: "LYLICH_RECORDS_FOLDER=/srv/lylich/incoming")
    self.scanner = try read.scanner("scanner.address")
    self.signing = Signing(
      leader: source.find("signing.leader")?.value, seal: source.find("signing.seal")?.value)
  }
}

extension Settings.Identity {
  init(_ read: SettingsReader) throws(SettingsProblem) {
    self.issuer = try read.requiredURL(
      "identity.issuer", example: "LYLICH_IDENTITY_ISSUER=https://eid.example")
    self.clientID = try read.required(
      "identity.client", wants: "the client id that the e-identity provider gave us",
      example: "LYLICH_IDENTITY_CLIENT=lylich")
    self.clientSecretFile = try read.file(
      "identity.secretFile", example: "LYLICH_IDENTITY_SECRET_FILE=/etc/lylich/eid.secret")
    var claims: [String: String] = [:]
    for name in ["nationalID", "name", "birthDate", "level"] {
      claims[name] = read.source.find("identity.claims.\(name)")?.value
    }
    self.claims = claims
  }
}

extension Settings.Payment {
  init(_ read: SettingsReader) throws(SettingsProblem) {
    self.payURL = try read.requiredURL(
      "payment.page", example: "LYLICH_PAYMENT_PAGE=https://pay.example/paymentv2/vpcpay.html")
    self.apiURL = try read.requiredURL(
      "payment.api",
      example: "LYLICH_PAYMENT_API=https://pay.example/merchant_webapi/api/transaction")
    self.terminal = try read.required(
      "payment.terminal", wants: "the terminal code (vnp_TmnCode) that VNPAY gave us",
      example: "LYLICH_PAYMENT_TERMINAL=DEMO0001")
    self.secretFile = try read.file(
      "payment.secretFile", example: "LYLICH_PAYMENT_SECRET_FILE=/etc/lylich/vnpay.secret")
  }
}

extension Settings.Mail {
  init?(_ read: SettingsReader) throws(SettingsProblem) {
    guard let host = read.source.find("mail.host") else { return nil }
    self.host = host.value
    self.port = try read.number("mail.port", or: 25, in: 1...65535)
    self.from = try read.text(
      "mail.from", or: "khong-tra-loi@lylich.example", wants: "an e-mail address")
  }
}
