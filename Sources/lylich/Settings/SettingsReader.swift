import Foundation
import Outside
import Store

/// Reads one setting at a time, parsed; a bad one is thrown with its key, source and an example.
struct SettingsReader {
  let source: SettingsSource

  func text(_ key: String, or preset: String, wants: String) throws(SettingsProblem) -> String {
    guard let found = source.find(key) else { return preset }
    guard found.value.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
      throw problem(key, found, wants: wants, example: preset)
    }
    return found.value
  }

  func required(
    _ key: String, wants: String, example: String
  ) throws(SettingsProblem) -> String {
    guard let found = source.find(key) else {
      throw SettingsProblem(key: key, value: nil, source: "", wants: wants, example: example)
    }
    return found.value
  }

  func number(
    _ key: String, or preset: Int, in range: ClosedRange<Int>
  ) throws(SettingsProblem) -> Int {
    guard let found = source.find(key) else { return preset }
    guard let number = Int(found.value), range.contains(number) else {
      throw problem(
        key, found, wants: "a whole number from \(range.lowerBound) to \(range.upperBound)",
        example: "\(SettingsSource.environmentName(of: key))=\(preset)")
    }
    return number
  }

  func requiredURL(_ key: String, example: String) throws(SettingsProblem) -> String {
    guard let url = try optionalURL(key, example: example) else {
      throw SettingsProblem(
        key: key, value: nil, source: "", wants: "an http or https address", example: example)
    }
    return url
  }

  func url(_ key: String, or preset: String) throws(SettingsProblem) -> String {
    try optionalURL(key, example: preset) ?? preset
  }

  func optionalURL(_ key: String, example: String) throws(SettingsProblem) -> String? {
    guard let found = source.find(key) else { return nil }
    guard let url = URL(string: found.value), let scheme = url.scheme,
      ["http", "https"].contains(scheme), url.host != nil
    else {
      throw problem(key, found, wants: "an http or https address", example: example)
    }
    return found.value.hasSuffix("/") ? String(found.value.dropLast()) : found.value
  }

  func folder(_ key: String, or preset: String) throws(SettingsProblem) -> URL {
    let path = source.find(key)?.value ?? preset
    return URL(fileURLWithPath: path, isDirectory: true).standardizedFileURL
  }

  /// A folder that is there and that we may write, because files in it are moved.
  func optionalFolder(_ key: String, example: String) throws(SettingsProblem) -> String? {
    guard let found = source.find(key) else { return nil }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: found.value, isDirectory: &isFolder),
      isFolder.boolValue, FileManager.default.isWritableFile(atPath: found.value)
    else { throw problem(key, found, wants: "a folder that we may write", example: example) }
    return found.value
  }

  func file(_ key: String, example: String) throws(SettingsProblem) -> URL {
    guard let found = source.find(key) else {
      throw SettingsProblem(
        key: key, value: nil, source: "", wants: "the path of a readable file",
        example: example)
    }
    guard FileManager.default.isReadableFile(atPath: found.value) else {
      throw problem(key, found, wants: "the path of a readable file", example: example)
    }
    return URL(fileURLWithPath: found.value)
  }

  func database(_ key: String, or preset: String) throws(SettingsProblem) -> DatabaseLocation {
    let found = source.find(key) ?? .init(value: preset, source: "the preset")
    do {
      return try DatabaseLocation(found.value)
    } catch {
      throw problem(
        key, found, wants: "sqlite:PATH or postgres://USER@HOST/NAME",
        example: "--database sqlite:./data/lylich.sqlite")
    }
  }

  func scanner(_ key: String) throws(SettingsProblem) -> ScannerAddress? {
    guard let found = source.find(key) else { return nil }
    do {
      return try ScannerAddress(found.value)
    } catch {
      throw problem(
        key, found, wants: "unix:PATH or tcp:HOST:PORT of a clamd, on this machine",
        example: "LYLICH_SCANNER_ADDRESS=unix:/run/clamav/clamd.ctl")
    }
  }

  private func problem(
    _ key: String, _ found: SettingsSource.Found, wants: String, example: String
  ) -> SettingsProblem {
    SettingsProblem(
      key: key, value: found.value, source: found.source, wants: wants, example: example)
  }
}
