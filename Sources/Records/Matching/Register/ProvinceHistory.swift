import Vocabulary

/// The names that Vietnam's provinces have borne since 1976, each as the set of the 63 provinces of
/// 2008–2025 that it covered.
///
/// Sources: resolutions of the National Assembly of 1975-12-27 (mergers), 1989 to 1991, 1996-11-06
/// (eight provinces divided from 1997), 2003-11-26 (Đắk Lắk, Cần Thơ, Lai Châu), 15/2008/QH12
/// (Hà Tây into Hà Nội) and 202/2025/QH15 (34 provinces).
struct ProvinceHistory {
  /// By code, from 1: the mask of the name. Code 0 is no place.
  let masks: [UInt64]
  /// By code: the provinces since 2025 that the name lies in, a bit each.
  let regions: [UInt64]
  private let codes: [UInt64: UInt8]

  /// `masks` where they lie, for the comparing of millions of pairs; lives as long as the program.
  nonisolated(unsafe) static let maskTable: UnsafePointer<UInt64> = pinned(
    (0..<limit).map { $0 < shared.masks.count ? shared.masks[$0] : 0 })
  nonisolated(unsafe) static let seriesTable: UnsafePointer<UInt64> = pinned(bySeries)

  private static func pinned(_ values: [UInt64]) -> UnsafePointer<UInt64> {
    let table = UnsafeMutablePointer<UInt64>.allocate(capacity: values.count)
    table.initialize(from: values, count: values.count)
    return UnsafePointer(table)
  }

  /// How many codes there can be, no place included.
  static let limit = 256

  init() {
    var reader = NameReader()
    var masks: [UInt64] = [0]
    var codes: [UInt64: UInt8] = [:]
    var coverage: [(name: String, mask: UInt64)] = []
    func cover(_ name: String, _ mask: UInt64) {
      if let index = coverage.firstIndex(where: { $0.name == name }) {
        coverage[index].mask |= mask
      } else {
        coverage.append((name, mask))
      }
    }
    for (index, province) in ProvinceHistory.provinces.enumerated() {
      for name in Set([province.name, province.merged, province.before]).sorted() {
        cover(name, 1 << UInt64(index))
      }
    }
    for (name, covered) in ProvinceHistory.otherNames {
      for province in covered {
        guard let index = ProvinceHistory.provinces.firstIndex(where: { $0.name == province })
        else { preconditionFailure("no province of this name") }
        cover(name, 1 << UInt64(index))
      }
    }
    for (name, mask) in coverage {
      let code = UInt8(masks.count)
      masks.append(mask)
      for prefix in ["", "Tỉnh ", "Thành phố ", "TP "] {
        var text = prefix + name
        codes[text.withUTF8 { reader.place($0) }] = code
      }
    }
    self.masks = masks
    regions = masks.map(ProvinceHistory.regions)
    self.codes = codes
  }

  /// 0 for a name that was never a province's.
  func code(ofHash hash: UInt64) -> UInt8 { codes[hash, default: 0] }

  static let shared = ProvinceHistory()

  private static func regions(_ mask: UInt64) -> UInt64 {
    var bits: UInt64 = 0
    for (index, province) in provinces.enumerated() where mask & 1 << UInt64(index) != 0 {
      if let first = provinces.firstIndex(where: { $0.merged == province.merged }) {
        bits |= 1 << UInt64(first)
      }
    }
    return bits
  }

  /// The first three digits of an identity number (Circular 59/2021/TT-BCA): the place in the
  /// list, or nil.
  static let byNationalCode: [Int?] = {
    var table = [Int?](repeating: nil, count: 1000)
    for (index, province) in provinces.enumerated() { table[province.code] = index }
    return table
  }()

  /// Where numbers come from whose first two digits are given in any of these provinces.
  static func issuers(_ mask: UInt64) -> UInt64 {
    var all: UInt64 = 0
    var rest = mask
    while rest != 0 {
      all |= mates[rest.trailingZeroBitCount]
      rest &= rest - 1
    }
    return all
  }

  /// By province: those that share its first two digits.
  private static let mates: [UInt64] = (0..<64).map { place in
    bySeries.first { $0 & 1 << UInt64(place) != 0 } ?? 0
  }

  /// By the first two digits of the old nine-digit number: the provinces that issued it.
  static let bySeries: [UInt64] = {
    var table = [UInt64](repeating: 0, count: 100)
    for (index, province) in provinces.enumerated() {
      table[province.series] |= 1 << UInt64(index)
    }
    return table
  }()
}

extension ProvinceHistory {
  struct Province {
    /// Code in identity numbers.
    let code: Int
    let name: String
    /// First two digits of the nine-digit numbers issued there (approximate: practice, no rule).
    let series: Int
    /// Since 2025-07-01.
    let merged: String
    /// Before 1997, where it was another.
    let before: String

    init(_ code: Int, _ name: String, _ series: Int, _ merged: String, _ before: String) {
      self.code = code
      self.name = name
      self.series = series
      self.merged = merged
      self.before = before
    }
  }

  /// Names beyond the three of the table.
  static let otherNames: [(String, [String])] = [
    ("Hà Tây", ["Hà Nội"]), ("Hà Sơn Bình", ["Hà Nội"]), ("Thừa Thiên - Huế", ["Thừa Thiên Huế"]),
    ("Huế", ["Thừa Thiên Huế"]), ("Sài Gòn", ["Hồ Chí Minh"]), ("HCM", ["Hồ Chí Minh"]),
    ("Vĩnh Phú", ["Phú Thọ", "Vĩnh Phúc"]), ("Đắc Lắc", ["Đắk Lắk", "Đắk Nông"]),
    ("Đắc Nông", ["Đắk Nông"]), ("Kontum", ["Kon Tum"]), ("Bắc Cạn", ["Bắc Kạn"]),
    ("Vũng Tàu", ["Bà Rịa - Vũng Tàu"]), ("Hà Tĩnh", ["Hà Tĩnh"]),
  ]

  /// The 63 provinces of 2008–2025.
  static let provinces: [Province] = [
    Province(1, "Hà Nội", 1, "Hà Nội", "Hà Nội"),
    Province(2, "Hà Giang", 7, "Tuyên Quang", "Hà Tuyên"),
    Province(4, "Cao Bằng", 8, "Cao Bằng", "Cao Bằng"),
    Province(6, "Bắc Kạn", 9, "Thái Nguyên", "Bắc Thái"),
    Province(8, "Tuyên Quang", 7, "Tuyên Quang", "Hà Tuyên"),
    Province(10, "Lào Cai", 6, "Lào Cai", "Hoàng Liên Sơn"),
    Province(11, "Điện Biên", 4, "Điện Biên", "Lai Châu"),
    Province(12, "Lai Châu", 4, "Lai Châu", "Lai Châu"),
    Province(14, "Sơn La", 5, "Sơn La", "Sơn La"),
    Province(15, "Yên Bái", 6, "Lào Cai", "Hoàng Liên Sơn"),
    Province(17, "Hòa Bình", 11, "Phú Thọ", "Hà Sơn Bình"),
    Province(19, "Thái Nguyên", 9, "Thái Nguyên", "Bắc Thái"),
    Province(20, "Lạng Sơn", 8, "Lạng Sơn", "Lạng Sơn"),
    Province(22, "Quảng Ninh", 10, "Quảng Ninh", "Quảng Ninh"),
    Province(24, "Bắc Giang", 12, "Bắc Ninh", "Hà Bắc"),
    Province(25, "Phú Thọ", 13, "Phú Thọ", "Vĩnh Phú"),
    Province(26, "Vĩnh Phúc", 13, "Phú Thọ", "Vĩnh Phú"),
    Province(27, "Bắc Ninh", 12, "Bắc Ninh", "Hà Bắc"),
    Province(30, "Hải Dương", 14, "Hải Phòng", "Hải Hưng"),
    Province(31, "Hải Phòng", 3, "Hải Phòng", "Hải Phòng"),
    Province(33, "Hưng Yên", 14, "Hưng Yên", "Hải Hưng"),
    Province(34, "Thái Bình", 15, "Hưng Yên", "Thái Bình"),
    Province(35, "Hà Nam", 16, "Ninh Bình", "Hà Nam Ninh"),
    Province(36, "Nam Định", 16, "Ninh Bình", "Hà Nam Ninh"),
    Province(37, "Ninh Bình", 16, "Ninh Bình", "Hà Nam Ninh"),
    Province(38, "Thanh Hóa", 17, "Thanh Hóa", "Thanh Hóa"),
    Province(40, "Nghệ An", 18, "Nghệ An", "Nghệ Tĩnh"),
    Province(42, "Hà Tĩnh", 18, "Hà Tĩnh", "Nghệ Tĩnh"),
    Province(44, "Quảng Bình", 19, "Quảng Trị", "Bình Trị Thiên"),
    Province(45, "Quảng Trị", 19, "Quảng Trị", "Bình Trị Thiên"),
    Province(46, "Thừa Thiên Huế", 19, "Huế", "Bình Trị Thiên"),
    Province(48, "Đà Nẵng", 20, "Đà Nẵng", "Quảng Nam - Đà Nẵng"),
    Province(49, "Quảng Nam", 20, "Đà Nẵng", "Quảng Nam - Đà Nẵng"),
    Province(51, "Quảng Ngãi", 21, "Quảng Ngãi", "Nghĩa Bình"),
    Province(52, "Bình Định", 21, "Gia Lai", "Nghĩa Bình"),
    Province(54, "Phú Yên", 22, "Đắk Lắk", "Phú Khánh"),
    Province(56, "Khánh Hòa", 22, "Khánh Hòa", "Phú Khánh"),
    Province(58, "Ninh Thuận", 26, "Khánh Hòa", "Thuận Hải"),
    Province(60, "Bình Thuận", 26, "Lâm Đồng", "Thuận Hải"),
    Province(62, "Kon Tum", 23, "Quảng Ngãi", "Gia Lai - Kon Tum"),
    Province(64, "Gia Lai", 23, "Gia Lai", "Gia Lai - Kon Tum"),
    Province(66, "Đắk Lắk", 24, "Đắk Lắk", "Đắk Lắk"),
    Province(67, "Đắk Nông", 24, "Lâm Đồng", "Đắk Lắk"),
    Province(68, "Lâm Đồng", 25, "Lâm Đồng", "Lâm Đồng"),
    Province(70, "Bình Phước", 28, "Đồng Nai", "Sông Bé"),
    Province(72, "Tây Ninh", 29, "Tây Ninh", "Tây Ninh"),
    Province(74, "Bình Dương", 28, "Hồ Chí Minh", "Sông Bé"),
    Province(75, "Đồng Nai", 27, "Đồng Nai", "Đồng Nai"),
    Province(77, "Bà Rịa - Vũng Tàu", 27, "Hồ Chí Minh", "Vũng Tàu - Côn Đảo"),
    Province(79, "Hồ Chí Minh", 2, "Hồ Chí Minh", "Hồ Chí Minh"),
    Province(80, "Long An", 30, "Tây Ninh", "Long An"),
    Province(82, "Tiền Giang", 31, "Đồng Tháp", "Tiền Giang"),
    Province(83, "Bến Tre", 32, "Vĩnh Long", "Bến Tre"),
    Province(84, "Trà Vinh", 33, "Vĩnh Long", "Cửu Long"),
    Province(86, "Vĩnh Long", 33, "Vĩnh Long", "Cửu Long"),
    Province(87, "Đồng Tháp", 34, "Đồng Tháp", "Đồng Tháp"),
    Province(89, "An Giang", 35, "An Giang", "An Giang"),
    Province(91, "Kiên Giang", 37, "An Giang", "Kiên Giang"),
    Province(92, "Cần Thơ", 36, "Cần Thơ", "Hậu Giang"),
    Province(93, "Hậu Giang", 36, "Cần Thơ", "Hậu Giang"),
    Province(94, "Sóc Trăng", 36, "Cần Thơ", "Hậu Giang"),
    Province(95, "Bạc Liêu", 38, "Cà Mau", "Minh Hải"),
    Province(96, "Cà Mau", 38, "Cà Mau", "Minh Hải"),
  ]
}
