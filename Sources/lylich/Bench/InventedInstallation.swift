import Foundation
import Law
import Store
import Vocabulary

/// A demo's installation for a measurement, on a folder of its own.
struct InventedInstallation: Sendable {
  let port: Int
  let database: DatabaseLocation
  let agency: AgencyID
  /// The settings of the server, as environment variables.
  let environment: [String: String]
  /// The same by their keys.
  let settings: [String: String]

  /// Who takes part beside the portal.
  enum Neighbours {
    /// Nobody, as nobody stands beside the peer: no timestamp is asked for and no mail is sent.
    case absent
    /// All of them, on the ports after the portal's.
    case listening
  }

  static func make(
    in data: URL, database: String?, port: Int, neighbours: Neighbours = .absent
  ) async throws -> InventedInstallation {
    let folder = DataFolder(root: data)
    try folder.make()
    try folder.markAsDemo()
    // The settings name these files, so they are there before the settings are read.
    for name in ["eid.secret", "vnpay.secret"] { _ = try folder.secret(name, byteCount: 24) }
    var values = try DemoStreet(folder: folder, port: port).preset()
    values["profile"] = InventedPress.profile
    values["http.port"] = "\(port)"
    values["data"] = data.path
    values["database"] = database ?? "sqlite:\(data.path)/lylich.sqlite"
    switch neighbours {
    case .absent:
      values["timestamp.url"] = nil
      values["mail.host"] = nil
    case .listening: break
    }
    let settings = try Settings(
      reading: try await SettingsSource(overrides: values, file: nil, preset: [:]))
    try await DemoInstallation(folder: folder, settings: settings).make()
    guard let profile = try Profiles.named(InventedPress.profile) else {
      throw Fault("preparing the measurement", cause: "the profile is missing")
    }
    return InventedInstallation(
      port: port, database: settings.database, agency: profile.agency,
      environment: Dictionary(
        uniqueKeysWithValues: values.map { (SettingsSource.environmentName(of: $0), $1) }),
      settings: values)
  }
}
