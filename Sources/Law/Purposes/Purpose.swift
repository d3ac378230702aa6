package import Vocabulary

/// A purpose for which certificates are asked for.
package struct Purpose: Hashable, Sendable, Codable {
  /// Stored with the application, such as `employment`.
  package let code: String
  package let name: Bilingual
  package let kinds: Set<CertificateKind>
  /// What entitles the receiving side to ask; nil where none is known.
  package let legalBasis: String?
  package let demand: Demand
  package let note: Note

  /// Whose wish the certificate is.
  package enum Demand: String, Hashable, Sendable, Codable {
    /// An employer, an authority, an embassy asks for it.
    case thirdParty
    /// The person wants to know.
    case nobodyElse
  }

  /// Whether the purpose says nothing without words of the person's own.
  package enum Note: String, Hashable, Sendable, Codable {
    case needed
    case notNeeded
  }

  private enum CodingKeys: String, CodingKey {
    case code, name, kinds, legalBasis, demand, note
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.code = try container.decode(String.self, forKey: .code)
    self.name = try container.decode(Bilingual.self, forKey: .name)
    self.kinds = Set(try container.decode([CertificateKind].self, forKey: .kinds))
    self.legalBasis = try container.decodeIfPresent(String.self, forKey: .legalBasis)
    self.demand = try container.decode(Demand.self, forKey: .demand)
    self.note = try container.decode(Note.self, forKey: .note)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(code, forKey: .code)
    try container.encode(name, forKey: .name)
    try container.encode(kinds.sorted { $0.rawValue < $1.rawValue }, forKey: .kinds)
    // `null` is written: that no basis is known is a statement.
    try container.encode(legalBasis, forKey: .legalBasis)
    try container.encode(demand, forKey: .demand)
    try container.encode(note, forKey: .note)
  }
}
