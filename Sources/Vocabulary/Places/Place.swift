/// One of the two maps of the country. Codes of one mean other places on the other.
package enum PlaceMap: String, Sendable, Codable, CaseIterable {
  /// 63 provinces, districts and communes: the map of old papers and residence histories.
  case before = "before-2025-07-01"
  /// 34 provinces and their communes, without districts (Resolution 202/2025/QH15).
  case from = "from-2025-07-01"

  package static let changedOn = CivilDate(2025, 7, 1)

  /// The map in force on a day.
  package init(on day: CivilDate) {
    self = day < PlaceMap.changedOn ? .before : .from
  }

  /// The map in force in a month of a residence history.
  package init(in month: YearMonth) {
    self = CivilDate(month.year, month.month, 1) < PlaceMap.changedOn ? .before : .from
  }
}

/// A tier of administration.
package enum PlaceLevel: Int, Sendable, Codable, CaseIterable {
  case province = 2
  /// Abolished on 2025-07-01.
  case district = 3
  case commune = 5

  /// How many digits the level's codes have.
  package var codeLength: Int { rawValue }
}

/// What names a place: its code and the map on which the code is valid.
package struct PlaceKey: Hashable, Sendable {
  package let map: PlaceMap
  package let code: String

  package init(_ map: PlaceMap, _ code: String) {
    self.map = map
    self.code = code
  }

  /// `from-2025-07-01/92`: for forms and links; nil for anything else.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let map = PlaceMap(rawValue: String(parts[0])) else { return nil }
    let digits = parts[1].utf8.allSatisfy { (0x30...0x39).contains($0) }
    guard digits, PlaceLevel(rawValue: parts[1].utf8.count) != nil else { return nil }
    self.init(map, String(parts[1]))
  }

  package var text: String { "\(map.rawValue)/\(code)" }
}

/// A province, district or commune of one map.
package struct Place: Hashable, Sendable {
  package let key: PlaceKey
  package let level: PlaceLevel
  /// With its type: `Phường Ba Đình`, `Thành phố Cần Thơ`.
  package let name: String
  /// Only the newer map has English names; empty otherwise.
  package let english: String
  /// The unit above; nil for a province.
  package let parent: PlaceKey?

  package var code: String { key.code }
  package var map: PlaceMap { key.map }

  /// The name without its type: `Ba Đình`, `Cần Thơ`; `Quận 1` keeps its type, for a number alone
  /// is no name.
  package var shortName: String {
    for type in Place.types where name.hasPrefix(type) {
      let rest = name.dropFirst(type.count)
      if let first = rest.first, !first.isNumber { return String(rest) }
    }
    return name
  }

  private static let types = [
    "Thành phố ", "Tỉnh ", "Quận ", "Huyện ", "Thị xã ", "Thị trấn ", "Phường ", "Xã ",
    "Đặc khu ",
  ]
}
