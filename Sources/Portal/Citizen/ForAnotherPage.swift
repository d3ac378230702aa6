import Vocabulary
import Words

/// For whom somebody applies: the first step of a declaration for another.
struct ForAnotherPage: Page {
  static let template = "for-another"
  let chrome: Chrome
  let choices: [ChoicePart]

  init(in visit: Visit) {
    self.chrome = visit.chrome(visit.words["forAnother.title"])
    self.choices = ApplicantRole.allCases.filter { $0 != .own }.map { role in
      ChoicePart(
        id: "applicant-\(role.rawValue)", name: "applicant", value: role.rawValue,
        text: ChoiceWords.words(role, in: visit.language), isChosen: role == .parentOfMinor)
    }
  }
}

extension ForAnotherPage {
  func child(named field: String) -> Any? {
    switch field {
    case "chrome": chrome
    case "choices": choices
    default: nil
    }
  }
}
