package import Vocabulary

/// The provisions that a conclusion rests on. A set of bits, for a history is judged in less than
/// a microsecond; `citations` names them.
package struct Provisions: OptionSet, Hashable, Sendable {
  package let rawValue: UInt32

  package init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  package static let judicialRecord = Provisions(rawValue: 1 << 0)
  package static let clearedRecord = Provisions(rawValue: 1 << 1)
  package static let amnestiedRecord = Provisions(rawValue: 1 << 2)
  package static let asIfNotConvicted = Provisions(rawValue: 1 << 3)
  package static let notCounted = Provisions(rawValue: 1 << 4)
  package static let byLaw = Provisions(rawValue: 1 << 5)
  package static let byLawOneYear = Provisions(rawValue: 1 << 6)
  package static let byLawTwoYears = Provisions(rawValue: 1 << 7)
  package static let byLawThreeYears = Provisions(rawValue: 1 << 8)
  package static let byLawFiveYears = Provisions(rawValue: 1 << 9)
  package static let byLawAfterLimitation = Provisions(rawValue: 1 << 10)
  package static let byCourt = Provisions(rawValue: 1 << 11)
  package static let byCourtOneYear = Provisions(rawValue: 1 << 12)
  package static let byCourtThreeYears = Provisions(rawValue: 1 << 13)
  package static let byCourtFiveYears = Provisions(rawValue: 1 << 14)
  package static let byCourtSevenYears = Provisions(rawValue: 1 << 15)
  package static let byCourtAfterLimitation = Provisions(rawValue: 1 << 16)
  package static let newOffence = Provisions(rawValue: 1 << 17)
  package static let severalOffences = Provisions(rawValue: 1 << 18)
  package static let minorUnder16 = Provisions(rawValue: 1 << 19)
  package static let minorUnder18 = Provisions(rawValue: 1 << 20)
  package static let minorMeasure = Provisions(rawValue: 1 << 21)
  package static let minorTerm = Provisions(rawValue: 1 << 22)
  package static let code1999 = Provisions(rawValue: 1 << 23)
  package static let transition = Provisions(rawValue: 1 << 24)

  /// In the order of the instruments and their articles.
  package var citations: [Citation] {
    Self.all.indices.filter { rawValue & (1 << $0) != 0 }.map { Self.all[$0] }
  }

  /// The same, as an answer writes them: `BLHS 2015 Điều 70 khoản 2 điểm b`.
  package var names: [String] {
    Self.allNames.indices.filter { rawValue & (1 << $0) != 0 }.map { Self.allNames[$0] }
  }

  private static let allNames = all.map(\.leading)

  /// By bit.
  package static let all = [
    Citation("Luật 28/2009/QH12", "Điều 4"),
    Citation("Luật 28/2009/QH12", "Điều 42 khoản 2 điểm b"),
    Citation("Luật 28/2009/QH12", "Điều 42 khoản 2 điểm c"),
    Citation("BLHS 2015", "Điều 69 khoản 1"),
    Citation("BLHS 2015", "Điều 69 khoản 2"),
    Citation("BLHS 2015", "Điều 70"),
    Citation("BLHS 2015", "Điều 70 khoản 2 điểm a"),
    Citation("BLHS 2015", "Điều 70 khoản 2 điểm b"),
    Citation("BLHS 2015", "Điều 70 khoản 2 điểm c"),
    Citation("BLHS 2015", "Điều 70 khoản 2 điểm d"),
    Citation("BLHS 2015", "Điều 70 khoản 3"),
    Citation("BLHS 2015", "Điều 71"),
    Citation("BLHS 2015", "Điều 71 khoản 2 điểm a"),
    Citation("BLHS 2015", "Điều 71 khoản 2 điểm b"),
    Citation("BLHS 2015", "Điều 71 khoản 2 điểm c"),
    Citation("BLHS 2015", "Điều 71 khoản 2 điểm d"),
    Citation("BLHS 2015", "Điều 71 khoản 3"),
    Citation("BLHS 2015", "Điều 73 khoản 2"),
    Citation("BLHS 2015", "Điều 73 khoản 3"),
    Citation("BLHS 2015", "Điều 107 khoản 1 điểm a"),
    Citation("BLHS 2015", "Điều 107 khoản 1 điểm b"),
    Citation("BLHS 2015", "Điều 107 khoản 1 điểm c"),
    Citation("BLHS 2015", "Điều 107 khoản 2"),
    Citation("BLHS 1999", "Điều 64"),
    Citation("NQ 41/2017/QH14"),
  ]
}
