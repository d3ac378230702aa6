import Foundation
package import Vocabulary

/// Names of countries, from Unicode's own tables.
package enum CountryWords {
  /// - Parameter code: ISO 3166-1 alpha-2, such as `VN`. A code that nobody knows is given back.
  package static func name(_ code: String, in language: Language) -> String {
    Locale(identifier: language.rawValue).localizedString(forRegionCode: code) ?? code
  }
}
