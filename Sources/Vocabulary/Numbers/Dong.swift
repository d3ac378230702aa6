/// An amount of money in whole đồng. Vietnam has no smaller unit in use.
package struct Dong: Hashable, Comparable, Sendable, Codable {
  package let amount: Int

  package init(_ amount: Int) {
    self.amount = amount
  }

  package static let zero = Dong(0)

  package static func < (left: Dong, right: Dong) -> Bool { left.amount < right.amount }
  package static func + (left: Dong, right: Dong) -> Dong { Dong(left.amount + right.amount) }
  package static func - (left: Dong, right: Dong) -> Dong { Dong(left.amount - right.amount) }
  package static func * (left: Dong, count: Int) -> Dong { Dong(left.amount * count) }

  package init(from decoder: any Decoder) throws {
    self.amount = try decoder.singleValueContainer().decode(Int.self)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(amount)
  }
}

extension Dong: CustomStringConvertible {
  /// `200.000 đ`: thousands are parted by a full stop, as Vietnamese writes them.
  package var description: String {
    var digits = String(abs(amount))
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits = String(digits.dropLast(3))
    }
    groups.insert(digits, at: 0)
    return (amount < 0 ? "-" : "") + groups.joined(separator: ".") + " đ"
  }
}
