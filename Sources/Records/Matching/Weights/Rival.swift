/// What else than the same person could explain a pair that agrees.
///
/// A pair is weighed against each: that namesakes share a name, or twins a birthday and parents, is
/// then no surprise, and the fields in which they differ decide.
package enum Rival: Int, CaseIterable, Sendable {
  case stranger, namesakeOfYear, namesakeOfDay, twin, sibling, father, son

  /// As `kind` of truth.csv has it.
  package var kind: String {
    switch self {
    case .stranger: "out_random"
    case .namesakeOfYear: "out_same_name_year"
    case .namesakeOfDay: "out_same_name_dob"
    case .twin: "out_twin"
    case .sibling: "out_sibling"
    case .father: "out_father"
    case .son: "out_son"
    }
  }

  /// How many times rarer the rival is in life than among invented applicants, of whom a tenth are
  /// somebody's twin or namesake of the day. Set by hand: whoever is read as a rival is passed
  /// over, and that reading must not be made cheap by the way the data were invented.
  var rarerInLife: Double {
    switch self {
    case .twin: 7
    case .namesakeOfDay: 19
    case .namesakeOfYear: 13.5
    case .stranger, .sibling, .father, .son: 1
    }
  }

  /// Whether a rare value in the field speaks against the rival: not where rival and person share
  /// the field by nature.
  func countsRarity(of field: MatchField) -> Bool {
    if field == .spouse { return true }
    return switch self {
    case .stranger: true
    case .namesakeOfYear, .namesakeOfDay, .father, .son: field == .father || field == .mother
    case .twin, .sibling: false
    }
  }
}

/// When the judgment was given: registers of the nineties were typed worse.
enum Era: Int, CaseIterable {
  case early, middle, late

  init(judged: UInt8) {
    let year = Int(judged) + PackedRecord.yearBase - 1
    self = judged == 0 || year < 2004 ? .early : year < 2014 ? .middle : .late
  }

  /// The raw value of the era, without deciding.
  @inline(__always)
  static func place(judged: UInt8) -> Int {
    (judged >= middleBegins ? 1 : 0) &+ (judged >= lateBegins ? 1 : 0)
  }

  private static let middleBegins = UInt8(2004 - PackedRecord.yearBase + 1)
  private static let lateBegins = UInt8(2014 - PackedRecord.yearBase + 1)
}
