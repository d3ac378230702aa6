package import Assessment
import Records
package import Vocabulary

/// A stored comparison in words: the waterfall of its weights.
extension MatchWords {
  package struct Step: Equatable, Sendable {
    package let words: String
    /// `+21`, `−4,5`.
    package let bits: String
    /// Hundredths of a bit.
    package let weight: Int32
  }

  /// What the register's size says first, then field by field, then the likelier reading where one
  /// lowers the weight. Fields that say nothing are left out.
  package static func steps(_ weights: PairWeights, _ language: Language) -> [Step] {
    let levels = PairLevels(names: weights.levels)
    var steps = [
      step(
        pick(
          language, "trước khi so sánh, theo cỡ của sổ",
          "before comparing, by the register's size"), weights.start)
    ]
    for item in weights.items where item.weight != 0 {
      guard let field = MatchField(name: item.name) else { continue }
      steps.append(step(phrase(field, levels, language), item.weight))
    }
    if let rival = weights.rival, let name = Rival(name: rival.name) {
      steps.append(step(phrase(name, language), rival.weight))
    }
    return steps
  }

  package static func whole(_ weight: Int32) -> String { bits(weight) }

  private static func step(_ words: String, _ weight: Int32) -> Step {
    Step(words: words, bits: bits(weight), weight: weight)
  }
}
