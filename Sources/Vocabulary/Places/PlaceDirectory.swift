import Foundation

/// Every administrative unit of both maps, to list, to look up and to search.
///
/// Source: thanglequoc/vietnamese-provinces-database, MIT (docs/places/LICENCE.md).
package struct PlaceDirectory: Sendable {
  private let places: [PlaceKey: Place]
  private let children: [PlaceKey: [Place]]
  private let provincesOfMap: [PlaceMap: [Place]]
  /// For each province of the older map the one of the newer that took it in.
  private let successors: [PlaceKey: PlaceKey]
  let indexes: [PlaceMap: PlaceIndex]

  /// The directory that comes with the program; read at the first use and kept.
  package static func load() throws(Fault) -> PlaceDirectory {
    try bundled.get()
  }

  private static let bundled = Result { () throws(Fault) in
    var places: [Place] = []
    for map in PlaceMap.allCases {
      places += try PlaceTable.read(map)
    }
    return PlaceDirectory(places)
  }

  init(_ places: [Place]) {
    let sorted = PlaceDirectory.inOrder(places)
    var byKey: [PlaceKey: Place] = [:]
    for place in sorted { byKey[place.key] = place }
    self.places = byKey
    self.children = Dictionary(
      grouping: sorted.filter { $0.parent != nil }, by: { $0.parent ?? $0.key })
    self.provincesOfMap = Dictionary(
      grouping: sorted.filter { $0.level == .province }, by: \.map)
    self.successors = PlaceDirectory.successors(in: byKey)
    let entries = sorted.map {
      PlaceSearchEntry($0, label: PlaceDirectory.label($0, in: byKey))
    }
    self.indexes = Dictionary(grouping: entries, by: \.place.map).mapValues(PlaceIndex.init)
  }

  /// Resolution 202/2025/QH15 merged whole provinces, and a commune that kept its code kept its
  /// ground: each older province lies where most codes of its communes are now.
  private static func successors(in places: [PlaceKey: Place]) -> [PlaceKey: PlaceKey] {
    var votes: [PlaceKey: [PlaceKey: Int]] = [:]
    for place in places.values where place.level == .commune && place.map == .before {
      let later = PlaceKey(.from, place.code)
      guard let now = places[later]?.parent,
        let older = place.parent.flatMap({ places[$0]?.parent })
      else { continue }
      votes[older, default: [:]][now, default: 0] += 1
    }
    return votes.compactMapValues { counts in
      counts.max { ($0.value, $1.key.code) < ($1.value, $0.key.code) }?.key
    }
  }

  private static func inOrder(_ places: [Place]) -> [Place] {
    let keyed = places.map { (place: $0, key: SortKey($0.shortName)) }
    let sorted = keyed.sorted { left, right in
      left.key == right.key ? left.place.code < right.place.code : left.key < right.key
    }
    return sorted.map(\.place)
  }

  private static func label(_ place: Place, in places: [PlaceKey: Place]) -> String {
    var label = place.name
    var above = place.parent
    while let key = above, let parent = places[key] {
      label += ", \(parent.name)"
      above = parent.parent
    }
    return label
  }
}

extension PlaceDirectory {
  package func place(_ key: PlaceKey) -> Place? { places[key] }

  /// In alphabetical order, types left out of it.
  package func provinces(of map: PlaceMap) -> [Place] { provincesOfMap[map] ?? [] }

  /// Districts of a province; none on the newer map.
  package func districts(of province: PlaceKey) -> [Place] {
    (children[province] ?? []).filter { $0.level == .district }
  }

  /// Communes of a province of the newer map or of a district of the older one; for a province of
  /// the older map, those of all its districts.
  package func communes(of unit: PlaceKey) -> [Place] {
    (children[unit] ?? []).flatMap { child in
      child.level == .commune ? [child] : communes(of: child.key)
    }
  }

  /// As documents write it, the smallest unit first:
  /// `Phường Cái Khế, Quận Ninh Kiều, Thành phố Cần Thơ`.
  package func label(of key: PlaceKey) -> String? {
    places[key].map { PlaceDirectory.label($0, in: places) }
  }

  /// The province of a map in which an address lies; one that ends with a province of the older
  /// map lies in the one that took it in. Nil where it ends with none.
  package func province(ending address: String, on map: PlaceMap) -> PlaceKey? {
    if let place = province(ending: address, map: map) { return place.key }
    switch map {
    case .before: return nil
    case .from: return province(ending: address, map: .before).flatMap { successors[$0.key] }
    }
  }

  /// The province that an address ends with, such as `…, thành phố Cần Thơ`; nil where it ends
  /// with none.
  package func province(ending address: String, map: PlaceMap) -> Place? {
    let last = address.split(separator: ",").last.map(String.init) ?? address
    let typed = SearchKey(last).text
    return provinces(of: map).first { province in
      let short = SearchKey(province.shortName).text
      return [short, "tp \(short)", "t \(short)", SearchKey(province.name).text].contains(typed)
    }
  }
}
