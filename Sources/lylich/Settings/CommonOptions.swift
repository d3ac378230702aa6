import ArgumentParser
import Foundation
import Store

/// What every command that touches an installation takes.
struct CommonOptions: ParsableArguments {
  @Option(help: "A JSON file of settings.")
  var config: String?

  @Option(help: "The data folder: files, keys and, if embedded, the database. Default: ./data.")
  var data: String?

  @Option(help: "sqlite:PATH or postgres://USER@HOST/NAME. Default: sqlite in the data folder.")
  var database: String?

  /// What the command line says, by setting.
  var overrides: [String: String] {
    var values: [String: String] = [:]
    if let data { values["data"] = data }
    if let database { values["database"] = database }
    return values
  }

  /// The two settings that a command without neighbours needs.
  func place() async throws(SettingsProblem) -> (data: URL, database: DatabaseLocation) {
    let source = try await SettingsSource(overrides: overrides, file: config, preset: [:])
    let read = SettingsReader(source: source)
    let data = try read.folder("data", or: "./data")
    return (data, try read.database("database", or: "sqlite:\(data.path)/lylich.sqlite"))
  }
}
