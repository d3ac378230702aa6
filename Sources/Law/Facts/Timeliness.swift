package import Vocabulary

/// How a step stands to the day that was promised, as the control sheet (Mẫu số 05) tells it.
package enum Timeliness: String, Equatable, Sendable, CaseIterable {
  case early
  case onTime
  case late

  package init(_ day: CivilDate, due: CivilDate) {
    if day < due {
      self = .early
    } else {
      self = day == due ? .onTime : .late
    }
  }
}
