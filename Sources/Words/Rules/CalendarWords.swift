package import Law
package import Vocabulary

/// Why a day is worked or not, and how a due day was found, in sentences.
package struct CalendarWords: Sendable {
  let language: Language
  let holidays: [String: Bilingual]

  package init(in language: Language, holidays: [String: Bilingual]) {
    self.language = language
    self.holidays = holidays
  }

  package func reason(_ reason: DayReason) -> String {
    switch reason {
    case .workingDay: pick("ngày làm việc", "working day")
    case .weeklyRest: pick("nghỉ hằng tuần", "weekly rest")
    case .saturdayMorning(let morning): saturday(morning)
    case .holiday(let code): holidays[code]?[language] ?? code
    case .compensation(let day):
      pick("nghỉ bù cho ngày \(day.vietnamese)", "in compensation for \(day.vietnamese)")
    case .swappedOff(let worked):
      pick(
        "nghỉ hoán đổi, làm bù ngày \(worked.vietnamese)",
        "swapped: worked on \(worked.vietnamese) instead")
    case .swappedWork(let off):
      pick("làm bù cho ngày \(off.vietnamese)", "worked instead of \(off.vietnamese)")
    }
  }

  private func saturday(_ morning: WorkingCalendar.SaturdayMorning) -> String {
    let hours = "\(morning.opens)–\(morning.closes)"
    switch morning.standing {
    case .restDay:
      return pick(
        "mở cửa buổi sáng \(hours), không tính vào thời hạn",
        "open \(hours), not counted in any term")
    case .workingDay:
      return pick(
        "mở cửa buổi sáng \(hours), tính là ngày làm việc", "open \(hours), a working day")
    }
  }

  package func weekday(_ day: CivilDate) -> String {
    switch day.weekday {
    case .monday: pick("Thứ Hai", "Monday")
    case .tuesday: pick("Thứ Ba", "Tuesday")
    case .wednesday: pick("Thứ Tư", "Wednesday")
    case .thursday: pick("Thứ Năm", "Thursday")
    case .friday: pick("Thứ Sáu", "Friday")
    case .saturday: pick("Thứ Bảy", "Saturday")
    case .sunday: pick("Chủ nhật", "Sunday")
    }
  }

  /// `Thứ Ba, 17/02/2026`.
  package func full(_ day: CivilDate) -> String { "\(weekday(day)), \(day.vietnamese)" }

  package func limit(_ limit: TimeLimit) -> String {
    switch limit.unit {
    case .calendarDays: pick("\(limit.days) ngày", "\(limit.days) calendar days")
    case .workingDays: pick("\(limit.days) ngày làm việc", "\(limit.days) working days")
    }
  }

  /// One step of the reckoning.
  package func step(_ step: DueStep) -> String {
    switch step {
    case .afterCutOff(let hour):
      pick(
        "Nhận sau \(hour) giờ: tính là nhận vào ngày làm việc tiếp theo.",
        "Received after \(hour):00: it counts as received on the next working day.")
    case .closedOnReceipt(_, let why):
      pick(
        "Cơ quan không làm việc (\(reason(why))): tính là nhận vào ngày làm việc tiếp theo.",
        "The office is closed (\(reason(why))): it counts as received on the next working day.")
    case .received:
      pick(
        "Ngày nhận. Ngày đầu tiên không tính (Bộ luật Dân sự, Điều 147).",
        "The day of receipt. The first day is not counted (Civil Code, Article 147).")
    case .counted(_, let number, let why):
      why.isWorking
        ? pick("Tính ngày thứ \(number).", "Day \(number).")
        : pick(
          "Tính ngày thứ \(number) (\(reason(why)): thời hạn tính theo ngày, không theo ngày làm "
            + "việc).",
          "Day \(number) (\(reason(why)): the limit counts days, not working days).")
    case .notCounted(_, let why):
      pick("Không tính: \(reason(why)).", "Not counted: \(reason(why)).")
    case .paused:
      pick(
        "Không tính: thời hạn đang tạm dừng.", "Not counted: the clock stood.")
    case .rolled(_, let why):
      pick(
        "Ngày cuối rơi vào \(reason(why)): chuyển sang ngày sau (Bộ luật Dân sự, Điều 148).",
        "The last day is a day off (\(reason(why))): it moves on (Civil Code, Article 148).")
    case .heldBy(let pause, _):
      pick(
        "Thời hạn tạm dừng đến \(pause.resumedOn.vietnamese): còn lại ngày này, tính sau ngày đó.",
        "The clock stood until \(pause.resumedOn.vietnamese): this day is left for after it.")
    case .due:
      pick("Hạn trả kết quả, hết ngày này.", "Due by the end of this day.")
    }
  }

  private func pick(_ vietnamese: String, _ english: String) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }
}
