/// A provision of law: the instrument and the place in it.
package struct Citation: Hashable, Sendable, Codable {
  /// `Luật 28/2009/QH12`, `TT 244/2016/TT-BTC`.
  package let instrument: String
  /// `Điều 42 khoản 2`; empty for the whole instrument.
  package let provision: String

  package init(_ instrument: String, _ provision: String = "") {
    self.instrument = instrument
    self.provision = provision
  }

  /// The instrument first, as an answer's `basis` writes it: `BLHS 2015 Điều 70 khoản 2 điểm b`.
  package var leading: String {
    provision.isEmpty ? instrument : "\(instrument) \(provision)"
  }
}

extension Citation: CustomStringConvertible {
  package var description: String {
    provision.isEmpty ? instrument : "\(provision) \(instrument)"
  }
}

/// The two languages of every screen; Vietnamese is the first.
package enum Language: String, Sendable, Codable, CaseIterable {
  case vietnamese = "vi"
  case english = "en"
}

/// A span of days, both ends included; nil `until` means still in force.
package struct Period: Hashable, Sendable, Codable {
  package let from: CivilDate
  package let until: CivilDate?

  package init(from: CivilDate, until: CivilDate? = nil) {
    self.from = from
    self.until = until
  }

  package func contains(_ day: CivilDate) -> Bool {
    guard day >= from else { return false }
    guard let until else { return true }
    return day <= until
  }
}
