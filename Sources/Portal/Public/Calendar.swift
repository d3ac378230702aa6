import Desk
import Hummingbird
import Law
import Vocabulary
import Words

extension Portal {
  var calendarRoutes: [Route] { [.get("/calendar", calendar)] }

  /// /calendar: the working year with the reason for each day off, and received then, due when,
  /// why. It asks nothing about a person and keeps nothing.
  @Sendable func calendar(_ visit: Visit) async throws -> Response {
    let today = visit.now.civilDate
    let typedYear = Int(visit.query("year")) ?? today.year
    guard (2011...2099).contains(typedYear) else { throw HTTPRefusal.notFound }
    let question = DueQuestion(visit)
    let year = try desk.workingYear(typedYear)
    var answer: DueExplanation?
    if question.isAsked, let received = question.received {
      // Before the first rule set there is nothing to reckon by.
      guard received.civilDate.year >= 2019 else { throw HTTPRefusal.notFound }
      answer = try desk.explainDue(
        received: received, difficulty: question.difficulty, pauses: question.pauses)
    }
    return try visit.answer(CalendarPage(year, question, answer, in: visit))
  }
}

/// What somebody asks the calendar; typed in the address, so that the answer can be linked to.
struct DueQuestion {
  let isAsked: Bool
  let day: String
  let time: String
  let isComplicated: Bool
  let stopped: String
  let resumed: String
  let received: Instant?
  let pauses: [ClockPause]
  let isPauseWrong: Bool

  init(_ visit: Visit) {
    let typed = DueQuestion.day(visit.query("received"))
    self.isAsked = !visit.query("received").isEmpty
    self.day =
      visit.query("received").isEmpty
      ? visit.now.civilDate.vietnamese
      : DueQuestion.shown(visit.query("received"))
    let clock = DueQuestion.clock(visit.query("time").isEmpty ? "09:00" : visit.query("time"))
    self.time = clock.map { "\(padded($0.hour, to: 2)):\(padded($0.minute, to: 2))" } ?? "09:00"
    self.isComplicated = visit.query("difficulty") == "complicated"
    self.stopped = DueQuestion.shown(visit.query("stopped"))
    self.resumed = DueQuestion.shown(visit.query("resumed"))
    self.received = typed.flatMap { day in
      clock.map { Instant(day, hour: $0.hour, minute: $0.minute) }
    }
    let stop = DueQuestion.day(visit.query("stopped"))
    let resume = DueQuestion.day(visit.query("resumed"))
    let pause = stop.flatMap { stop in
      resume.flatMap { ClockPause(stoppedOn: stop, resumedOn: $0) }
    }
    let isFar = pause.map { $0.resumedOn.dayNumber - $0.stoppedOn.dayNumber > 400 } ?? false
    self.pauses = isFar ? [] : pause.map { [$0] } ?? []
    self.isPauseWrong =
      pauses.isEmpty && !(visit.query("stopped").isEmpty && visit.query("resumed").isEmpty)
  }

  var difficulty: Difficulty {
    isComplicated ? .complicated([.severalResidences]) : .ordinary
  }

  private static func day(_ text: String) -> CivilDate? {
    let plain = text.replacing("%2F", with: "/").replacing("%2f", with: "/")
    do {
      return try typedDay(TypedForm(pairs: [("day", plain)]), "day")
    } catch {
      return nil
    }
  }

  private static func shown(_ text: String) -> String { day(text)?.vietnamese ?? "" }

  private static func clock(_ text: String) -> (hour: Int, minute: Int)? {
    let parts = text.replacing("%3A", with: ":").replacing("%3a", with: ":")
      .split(separator: ":").map { Int($0) }
    guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0...23).contains(hour),
      (0...59).contains(minute)
    else { return nil }
    return (hour, minute)
  }
}

struct CalendarPage: PartsPage {
  static let template = "calendar"
  let parts: Parts

  init(
    _ view: WorkingYearView, _ question: DueQuestion, _ answer: DueExplanation?, in visit: Visit
  ) {
    let words = visit.words
    let say = CalendarWords(in: visit.language, holidays: view.holidayNames)
    let wrong =
      question.isAsked && answer == nil || question.isPauseWrong
      ? Notice(.bad, title: words["calendar.unreadable"], text: words["calendar.unreadableText"])
      : nil
    self.parts = Parts([
      "chrome": visit.chrome("\(words["calendar.title"]) \(view.year)"),
      "year": "\(view.year)", "previous": "\(view.year - 1)", "next": "\(view.year + 1)",
      "agencyName": view.agencyName[visit.language],
      "computed": view.isAnnounced
        ? nil
        : Notice(
          .attention, title: words["calendar.computed"], text: words["calendar.computedText"]),
      "months": (1...12).map { CalendarPage.month($0, view, say, in: visit) },
      "daysOff": CalendarPage.exceptions(view, say),
      "workingDays": "\(view.days.count { $0.reason.isWorking })",
      "received": question.day, "time": question.time, "wrong": wrong,
      "isComplicated": question.isComplicated, "stopped": question.stopped,
      "resumed": question.resumed, "hasPause": !question.stopped.isEmpty,
      "ordinaryLimit": say.limit(view.limits.ordinary),
      "complicatedLimit": say.limit(view.limits.complicated),
      "answer": answer.map { CalendarPage.answer($0, say, in: visit) },
    ])
  }

  /// A month as a grid of seven columns, Monday first.
  private static func month(
    _ month: Int, _ view: WorkingYearView, _ say: CalendarWords, in visit: Visit
  ) -> Parts {
    Parts([
      "monthName": "\(visit.words["calendar.month"]) \(month)",
      "days": view.days.filter { $0.day.month == month }.map { one in
        let isRest = one.reason == .weeklyRest
        let classes = [
          one.day.day == 1 ? "s\(one.day.weekday.rawValue)" : nil,
          one.reason.isWorking ? nil : isRest ? "rest" : "off",
          one.reason.isWorking && one.reason != .workingDay ? "extra" : nil,
          one.day == visit.now.civilDate ? "today" : nil,
        ].compactMap { $0 }.joined(separator: " ")
        let isPlain = one.reason == .workingDay || isRest
        return Parts([
          "dayNumber": "\(one.day.day)", "classes": classes,
          "why": isPlain ? nil : say.reason(one.reason),
        ])
      },
    ])
  }

  /// Every day that is not as the week would have it.
  private static func exceptions(_ view: WorkingYearView, _ say: CalendarWords) -> [Parts] {
    view.days.filter { one in
      switch one.reason {
      case .workingDay, .weeklyRest, .saturdayMorning: false
      case .holiday, .compensation, .swappedOff, .swappedWork: true
      }
    }.map { one in
      Parts([
        "dayText": one.day.vietnamese, "weekday": say.weekday(one.day),
        "dayReason": say.reason(one.reason), "isWorked": one.reason.isWorking,
      ])
    }
  }

  private static func answer(
    _ answer: DueExplanation, _ say: CalendarWords, in visit: Visit
  ) -> Parts {
    Parts([
      "dueText": say.full(answer.due.on), "receivedText": answer.received.vietnamese,
      "limitText": say.limit(answer.due.limit),
      "citations": answer.due.citations.map(\.description).joined(separator: "; "),
      "steps": answer.steps.map { step in
        Parts([
          "stepDay": step.day.map(say.full) ?? "", "stepText": say.step(step),
        ])
      },
    ])
  }
}
