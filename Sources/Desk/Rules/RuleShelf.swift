package import Law
import Synchronization
package import Vocabulary

/// The rules as this process knows them: the program's rows and every approved change that it has
/// learned. Putting a rule set together from its rows is work, and pages ask for the same ones
/// again and again; nothing here goes stale, because an edition never changes.
///
/// The database is the truth. `Desk.freshRules` compares one number with it and learns the rest.
package final class RuleShelf: Sendable {
  private static let most = 400

  private struct Contents {
    var book: LawBook
    var editions: [Int: LawEdition] = [:]
    var sets: [SetKey: RuleSet] = [:]
    var calendars: [String: WorkingCalendar] = [:]
  }

  private struct SetKey: Hashable {
    let profile: String
    let day: CivilDate
    let edition: Int
  }

  private let contents: Mutex<Contents>

  package init(book: LawBook) {
    self.contents = Mutex(Contents(book: book))
  }

  /// The number of the latest change that this process knows.
  package var latest: Int { contents.withLock { $0.book.latest } }

  package var book: LawBook { contents.withLock { $0.book } }

  /// Adds changes that were approved since. One that is known already is not added again.
  package func learn(_ changes: [ApprovedChange]) {
    guard !changes.isEmpty else { return }
    contents.withLock { contents in
      let known = contents.book.latest
      let fresh = changes.filter { $0.number > known }
      contents.book = contents.book.with(contents.book.changes + fresh)
      contents.calendars = [:]
    }
  }

  /// The rows as they stood after that change; the latest known where none is named.
  package func edition(knowing number: Int? = nil) throws(Fault) -> LawEdition {
    let book = book
    let number = number ?? book.latest
    guard number <= book.latest else {
      throw Fault(
        "reading the rules", cause: "change \(number) is not known here yet", retry: .later)
    }
    if let found = contents.withLock({ $0.editions[number] }) { return found }
    let fresh = try book.edition(knowing: number)
    contents.withLock { $0.editions[number] = fresh }
    return fresh
  }

  package func rules(
    of profile: String, on day: CivilDate, knowing number: Int? = nil
  ) throws(Fault) -> RuleSet {
    let key = SetKey(profile: profile, day: day, edition: number ?? latest)
    if let found = contents.withLock({ $0.sets[key] }) { return found }
    guard let found = try edition(knowing: key.edition).profile(profile) else {
      throw Fault("reading the rules", cause: "there is no profile \(profile)")
    }
    let fresh = try found.rules(on: day)
    contents.withLock { contents in
      if contents.sets.count >= RuleShelf.most { contents.sets.removeAll() }
      contents.sets[key] = fresh
    }
    return fresh
  }

  /// The days the office works, as far as they are announced by now.
  package func calendar(of profile: String) throws(Fault) -> WorkingCalendar {
    if let found = contents.withLock({ $0.calendars[profile] }) { return found }
    let edition = try edition()
    guard let found = edition.profile(profile) else {
      throw Fault("reading the calendar", cause: "there is no profile \(profile)")
    }
    let fresh = edition.calendar(of: found)
    contents.withLock { contents in
      if contents.book.latest == edition.number { contents.calendars[profile] = fresh }
    }
    return fresh
  }
}
