/// The levels of a pair by their names, as they are stored: names may be added and are never
/// reused, so that what was compared years ago can still be read.
extension PairLevels {
  package init(names: [String: String]) {
    self.init()
    name = LevelName.level(names["name"]) ?? .missing
    birth = LevelName.level(names["birth"]) ?? .missing
    paper = LevelName.level(names["paper"]) ?? .missing
    father = LevelName.level(names["father"]) ?? .missing
    mother = LevelName.level(names["mother"]) ?? .missing
    spouse = LevelName.level(names["spouse"]) ?? .missing
    sex = LevelName.level(names["sex"]) ?? .missing
    birthPlace = LevelName.level(names["birthPlace"]) ?? .missing
    residence = LevelName.level(names["residence"]) ?? .missing
  }

  package var names: [String: String] {
    [
      "name": "\(name)", "birth": "\(birth)", "paper": "\(paper)", "father": "\(father)",
      "mother": "\(mother)", "spouse": "\(spouse)", "sex": "\(sex)", "birthPlace": "\(birthPlace)",
      "residence": "\(residence)",
    ]
  }
}

extension MatchField {
  /// As stored.
  package init?(name: String) {
    guard let field = LevelName.level(name) as MatchField? else { return nil }
    self = field
  }

  package var name: String { "\(self)" }
}

extension Rival {
  /// As stored.
  package init?(name: String) {
    guard let rival = LevelName.level(name) as Rival? else { return nil }
    self = rival
  }

  package var name: String { "\(self)" }
}

private enum LevelName {
  static func level<Level: CaseIterable>(_ name: String?) -> Level? {
    guard let name else { return nil }
    return Level.allCases.first { "\($0)" == name }
  }
}
