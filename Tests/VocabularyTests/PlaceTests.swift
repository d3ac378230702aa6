import Testing
import Vocabulary

@Suite("Places of both maps")
struct PlaceTests {
  let directory: PlaceDirectory

  init() throws {
    directory = try PlaceDirectory.load()
  }

  @Test func `63 provinces before 1 July 2025, 34 from then on`() {
    #expect(directory.provinces(of: .before).count == 63)
    #expect(directory.provinces(of: .from).count == 34)
    let communes = directory.provinces(of: .from).flatMap { directory.communes(of: $0.key) }
    #expect(communes.count == 3321)
  }

  @Test func `a code is nothing without its map: 82 was Tiền Giang and is Đồng Tháp`() {
    #expect(directory.place(PlaceKey(.before, "82"))?.name == "Tỉnh Tiền Giang")
    #expect(directory.place(PlaceKey(.from, "82"))?.name == "Tỉnh Đồng Tháp")
    #expect(directory.place(PlaceKey(.before, "87"))?.name == "Tỉnh Đồng Tháp")
    #expect(directory.place(PlaceKey(.from, "87")) == nil)
  }

  @Test func `the newer map has no districts`() {
    for province in directory.provinces(of: .from) {
      #expect(directory.districts(of: province.key).isEmpty)
    }
    #expect(directory.districts(of: PlaceKey(.before, "92")).count == 9)
  }

  @Test func `a label goes from the smallest unit to the largest`() throws {
    let hit = try #require(directory.search("cái khế", map: .before).first)
    #expect(hit.label == "Phường Cái Khế, Quận Ninh Kiều, Thành phố Cần Thơ")
    #expect(directory.label(of: hit.place.key) == hit.label)
  }

  @Test func `a search needs no marks and takes words of the units above`() {
    let labels = directory.search("an binh ninh kieu", map: .before).map(\.label)
    #expect(labels == ["Phường An Bình, Quận Ninh Kiều, Thành phố Cần Thơ"])
    #expect(directory.search("CAN THO", map: .from).first?.place.code == "92")
    #expect(directory.search("dong thap", map: .from).first?.place.code == "82")
  }

  @Test func `nothing is found for nothing, nonsense or a hostile text`() {
    #expect(directory.search("  ", map: .from).isEmpty)
    #expect(directory.search("zzzz", map: .from).isEmpty)
    #expect(directory.search(String(repeating: "%", count: 100_000), map: .from).isEmpty)
  }

  @Test func `lists are in alphabetical order`() {
    let names = directory.provinces(of: .from).map(\.shortName)
    #expect(names.first == "An Giang")
    #expect(names == names.sorted { SortKey($0) < SortKey($1) })
  }

  @Test func `the map of a day is known`() {
    #expect(PlaceMap(on: CivilDate(2025, 6, 30)) == .before)
    #expect(PlaceMap(on: CivilDate(2025, 7, 1)) == .from)
  }

  @Test func `an address names its province at the end`() {
    let address = "12 đường 30/4, phường Xuân Khánh, quận Ninh Kiều, TP. Cần Thơ"
    #expect(directory.province(ending: address, map: .before)?.code == "92")
    let full = "phường Xuân Khánh, quận Ninh Kiều, thành phố Cần Thơ"
    #expect(directory.province(ending: full, map: .before)?.code == "92")
    #expect(directory.province(ending: "Paris", map: .before) == nil)
  }

  @Test(arguments: ["", "92", "from-2025-07-01/", "from-2025-07-01/9x", "1999/92", "a/b/c"])
  func `what is no key of a place is refused`(text: String) {
    #expect(PlaceKey(text) == nil)
  }

  @Test func `a key comes back from its text`() {
    let key = PlaceKey(.from, "92")
    #expect(PlaceKey(key.text) == key)
  }
}
