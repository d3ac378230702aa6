/// A browser and a system as a person would call them, from what the browser says of itself. Coarse
/// on purpose: it helps to tell one's own devices apart and follows nobody.
enum DeviceName {
  static func of(userAgent text: String) -> String {
    let browser = named(
      in: text,
      [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("coc_coc", "Cốc Cốc"), ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"), ("Safari/", "Safari"),
      ])
    let system = named(
      in: text,
      [
        ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"),
        ("Mac OS X", "macOS"), ("Linux", "Linux"),
      ])
    let known = [browser, system].compactMap { $0 }
    return known.isEmpty ? "–" : known.joined(separator: ", ")
  }

  private static func named(in text: String, _ names: [(mark: String, name: String)]) -> String? {
    names.first { text.contains($0.mark) }?.name
  }

  /// The beginning of a network address: the half that tells a house from another.
  static func place(ofPeer peer: String) -> String {
    let numbers = peer.split(separator: ".")
    if numbers.count == 4 { return "\(numbers[0]).\(numbers[1]).…" }
    let groups = peer.split(separator: ":")
    return groups.count > 2 ? "\(groups[0]):\(groups[1]):…" : "–"
  }
}
