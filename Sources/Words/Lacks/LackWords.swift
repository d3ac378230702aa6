package import Vocabulary

/// What a declaration lacks, in words: what is wrong and what to do. Shown beside the field, so
/// the field's label is not repeated.
package enum LackWords {
  package static func sentence(_ lack: Lack, in language: Language) -> String {
    switch language {
    case .vietnamese: vietnamese(lack)
    case .english: english(lack)
    }
  }

  package static func sentence(_ warning: Warning, in language: Language) -> String {
    switch language {
    case .vietnamese: vietnamese(warning)
    case .english: english(warning)
    }
  }
}
