import Configuration
import Foundation
import SystemPackage

/// Where settings come from: command line, then environment (`LYLICH_…`), then the file, then
/// what the demo sets. Each value keeps its source, so that a bad one can be named.
struct SettingsSource: Sendable {
  private let layers: [Layer]

  struct Layer: Sendable {
    let name: @Sendable (_ key: String) -> String
    let reader: ConfigReader
  }

  struct Found: Sendable {
    let value: String
    let source: String
  }

  /// - Parameters:
  ///   - overrides: what the command line says, by key.
  ///   - file: a JSON file of settings, nested by the dots of the keys.
  ///   - preset: what a demo sets where nobody said otherwise.
  init(
    overrides: [String: String], file: String?, preset: [String: String]
  ) async throws(SettingsProblem) {
    var layers = [
      Layer(
        name: { "the command line (--\($0))" },
        reader: ConfigReader(provider: memory(overrides))),
      Layer(
        name: { "the environment variable \(SettingsSource.environmentName(of: $0))" },
        reader: ConfigReader(provider: EnvironmentVariablesProvider()).scoped(to: "lylich")),
    ]
    if let file {
      do {
        let provider = try await FileProvider<JSONSnapshot>(filePath: .init(file))
        layers.append(
          Layer(name: { _ in "the file \(file)" }, reader: ConfigReader(provider: provider)))
      } catch {
        throw SettingsProblem(
          key: "config", value: file, source: "the command line (--config)",
          wants: "a readable JSON file of settings",
          example: "--config /etc/lylich/lylich.json")
      }
    }
    layers.append(
      Layer(name: { _ in "the demo's preset" }, reader: ConfigReader(provider: memory(preset))))
    self.layers = layers
  }

  func find(_ key: String) -> Found? {
    for layer in layers {
      let configKey = ConfigKey(key.split(separator: ".").map(String.init))
      // A number in the JSON file is as good as the same digits in quotes.
      let text =
        layer.reader.string(forKey: configKey)
        ?? layer.reader.int(forKey: configKey).map { String($0) }
      if let text, !text.isEmpty {
        return Found(value: text, source: layer.name(key))
      }
    }
    return nil
  }

  static func environmentName(of key: String) -> String {
    var name = "LYLICH_"
    for character in key {
      if character == "." {
        name += "_"
      } else if character.isUppercase {
        name += "_" + String(character)
      } else {
        name += character.uppercased()
      }
    }
    return name
  }
}

private func memory(_ values: [String: String]) -> InMemoryProvider {
  var entries: [AbsoluteConfigKey: ConfigValue] = [:]
  for (key, value) in values {
    let parts = key.split(separator: ".").map(String.init)
    entries[AbsoluteConfigKey(parts)] = ConfigValue(.string(value), isSecret: false)
  }
  return InMemoryProvider(values: entries)
}

/// A setting that stops the start: which, what it holds, where from, and what it should be.
struct SettingsProblem: Error, CustomStringConvertible {
  let key: String
  /// Nil where the setting is missing. Secrets are files, so no secret is ever shown here.
  let value: String?
  let source: String
  let wants: String
  let example: String

  var description: String {
    let environment = SettingsSource.environmentName(of: key)
    guard let value else {
      return """
        The setting '\(key)' is missing: it must be \(wants).
        Set it in the settings file or as \(environment), for example: \(example)
        """
    }
    return """
      The setting '\(key)' is '\(value)' (from \(source)), but it must be \(wants).
      For example: \(example)
      """
  }
}
