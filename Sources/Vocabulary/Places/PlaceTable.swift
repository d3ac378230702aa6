import Foundation

/// The file of one map, line by line.
enum PlaceTable {
  /// `province_code,province,district_code,district,ward_code,ward` before 2025-07-01;
  /// `province_code,province,province_en,ward_code,ward,ward_en` from then on. No field has commas.
  static func read(_ map: PlaceMap) throws(Fault) -> [Place] {
    let doing = "reading the places of \(map.rawValue)"
    guard
      let file = Bundle.module.url(
        forResource: map.rawValue, withExtension: "csv", subdirectory: "Resources/places")
    else { throw Fault(doing, cause: "the file is not in the program's resources") }
    let text: String
    do {
      text = try String(contentsOf: file, encoding: .utf8)
    } catch {
      throw Fault(doing, cause: "\(error)")
    }
    return try places(in: text, map: map, doing: doing)
  }

  static func places(in text: String, map: PlaceMap, doing: String) throws(Fault) -> [Place] {
    var places: [Place] = []
    var seen: Set<String> = []
    for (index, line) in text.utf8.split(separator: 0x0A).enumerated().dropFirst() {
      let fields = line.split(separator: 0x2C, omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      guard fields.count == 6 else {
        throw Fault(doing, cause: "line \(index + 1) has \(fields.count) fields; it needs 6")
      }
      let units = map == .before ? older(fields) : newer(fields)
      // Five island districts have no communes: their line ends with the district.
      for unit in units where !unit.code.isEmpty && seen.insert(unit.code).inserted {
        guard let level = PlaceLevel(rawValue: unit.code.utf8.count), !unit.name.isEmpty else {
          throw Fault(doing, cause: "line \(index + 1) has the code \(unit.code) and no such level")
        }
        places.append(
          Place(
            key: PlaceKey(map, unit.code), level: level, name: unit.name.inNFC,
            english: unit.english, parent: unit.parent.map { PlaceKey(map, $0) }))
      }
    }
    return places
  }

  private typealias Unit = (code: String, name: String, english: String, parent: String?)

  private static func older(_ fields: [String]) -> [Unit] {
    [
      (fields[0], fields[1], "", nil), (fields[2], fields[3], "", fields[0]),
      (fields[4], fields[5], "", fields[2]),
    ]
  }

  private static func newer(_ fields: [String]) -> [Unit] {
    [(fields[0], fields[1], fields[2], nil), (fields[3], fields[4], fields[5], fields[0])]
  }
}
