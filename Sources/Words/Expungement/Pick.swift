import Vocabulary

/// One of two, by the language.
func pick(_ language: Language, _ vietnamese: String, _ english: String) -> String {
  switch language {
  case .vietnamese: vietnamese
  case .english: english
  }
}
