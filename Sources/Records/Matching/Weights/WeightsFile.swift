package import Foundation
package import Vocabulary

/// The weights as they stand in a file: names instead of places in a table, so that people can read
/// and compare versions.
struct WeightsFile: Codable {
  var version: String
  /// How these weights were made.
  var note: String
  var thresholds: MatchThresholds
  /// By rival.
  var priors: [String: Int32]
  /// By field, level and era: one number a rival, in the order of `rivals`.
  var rivals: [String]
  var weights: [String: [String: [String: [Int32]]]]

  init(_ weights: Weights, note: String) {
    version = weights.version
    self.note = note
    thresholds = weights.thresholds
    rivals = Rival.allCases.map { "\($0)" }
    priors = [:]
    for rival in Rival.allCases { priors["\(rival)"] = weights.priors[rival.rawValue] }
    self.weights = [:]
    for field in MatchField.allCases {
      var levels: [String: [String: [Int32]]] = [:]
      for (level, name) in field.levelNames.enumerated() {
        var eras: [String: [Int32]] = [:]
        for era in Era.allCases {
          let row = weights.table[era.rawValue * MatchField.allLevels + field.offset + level]
          eras["\(era)"] = Rival.allCases.map { row[$0.rawValue] }
        }
        levels[name] = eras
      }
      self.weights["\(field)"] = levels
    }
  }

  /// Every weight must be there: a level without one would count as nothing.
  func read() throws(Fault) -> Weights {
    var table: [SIMD8<Int32>] = []
    for era in Era.allCases {
      for field in MatchField.allCases {
        for name in field.levelNames {
          guard let row = weights["\(field)"]?[name]?["\(era)"], row.count == Rival.allCases.count
          else {
            throw Fault("reading weights", cause: "no row for \(field), \(name), \(era)")
          }
          var values = SIMD8<Int32>(repeating: 0)
          for (index, value) in row.enumerated() { values[index] = value }
          table.append(values)
        }
      }
    }
    var priors = SIMD8<Int32>(repeating: 0)
    for rival in Rival.allCases {
      guard let prior = self.priors["\(rival)"] else {
        throw Fault("reading weights", cause: "no prior for \(rival)")
      }
      priors[rival.rawValue] = prior
    }
    return Weights(version: version, table: table, priors: priors, thresholds: thresholds)
  }
}

extension Weights {
  /// The weights that come with the program.
  package static func standard() throws(Fault) -> Weights {
    guard
      let url = Bundle.module.url(
        forResource: "weights", withExtension: "json", subdirectory: "Resources/matching")
    else { throw Fault("reading weights", cause: "weights.json is not in the program") }
    return try read(url)
  }

  package static func read(_ url: URL) throws(Fault) -> Weights {
    let file: WeightsFile
    do {
      file = try JSONDecoder().decode(WeightsFile.self, from: Data(contentsOf: url))
    } catch {
      throw Fault("reading weights", cause: "\(url.lastPathComponent) cannot be read")
    }
    return try file.read()
  }
}
