import Vocabulary

/// One thing in both languages.
struct Pair {
  let vietnamese: String
  let english: String

  init(_ vietnamese: String, _ english: String) {
    self.vietnamese = vietnamese
    self.english = english
  }

  subscript(language: Language) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }
}
