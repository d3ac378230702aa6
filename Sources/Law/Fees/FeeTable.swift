package import Vocabulary

/// A group of the fee table: what its members pay and how they show that they belong to it.
package struct FeeGroup: Hashable, Sendable, Codable {
  /// Such as `standard`, `student`, `poorHousehold`.
  package let code: String
  package let kind: Kind
  /// What the group pays for one application by one person; zero where exempt.
  package let amount: Dong
  package let name: Bilingual
  package let proof: Proof
  package let citation: Citation

  package enum Kind: String, Hashable, Sendable, Codable {
    case full, reduced, exempt
  }

  package enum Proof: Hashable, Sendable, Codable {
    case none
    /// The day of birth shows it: younger than so many full years.
    case youngerThan(years: Int)
    /// The day of birth shows it: so many full years or more.
    case atLeast(years: Int)
    /// A paper, named in both languages.
    case paper(named: Bilingual)
  }

  /// The paper that shows it; nil where none is asked for.
  package var paper: Bilingual? {
    switch proof {
    case .paper(let name): name
    case .none, .youngerThan, .atLeast: nil
    }
  }
}

/// How many copies the fee covers, and what each further one costs.
package struct CopyCharge: Hashable, Sendable, Codable {
  package let included: Int
  package let perExtra: Dong
  package let exemptPayToo: ExemptPay
  /// The most copies one application may ask for: the office's own bound.
  package let limit: Int
  package let citation: Citation

  package enum ExemptPay: String, Hashable, Sendable, Codable {
    case yes, no
  }
}

/// What a province pays for those who apply by one channel.
package struct Subsidy: Hashable, Sendable, Codable {
  package let channel: LodgingChannel
  package let name: Bilingual
  package let kind: Kind
  /// Percent of the fee, 0 to 100, or đồng; never more than the fee.
  package let value: Int
  package let citation: Citation

  package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case percent, amount
  }

  /// What is taken off a fee.
  package func part(of fee: Dong) -> Dong {
    switch kind {
    case .percent: Dong(fee.amount * min(max(value, 0), 100) / 100)
    case .amount: min(Dong(max(value, 0)), fee)
    }
  }
}

/// What is owed back of a fee when no certificate comes of it.
package struct RefundPolicy: Hashable, Sendable, Codable {
  /// Before any body was asked.
  package let beforeInquiries: Share
  /// After the work has begun.
  package let afterInquiries: Share
  package let citation: Citation

  package enum Share: String, Hashable, Sendable, Codable, CaseIterable {
    case all, nothing
  }
}

/// What correcting an issued certificate costs its holder (Law 28/2009/QH12, Article 50).
package struct CorrectionFee: Hashable, Sendable, Codable {
  package let amount: Dong
  package let citation: Citation
}

/// The fee table of a day.
package struct FeeTable: Equatable, Sendable {
  package let groups: [FeeGroup]
  package let copies: CopyCharge
  package let refunds: RefundPolicy
  package let correction: CorrectionFee
  package let subsidies: [Subsidy]

  package func group(_ code: String) -> FeeGroup? { groups.first { $0.code == code } }
}

/// A fee with its reason.
package struct Fee: Equatable, Sendable {
  package let amount: Dong
  package let group: FeeGroup
  package let copies: Int
  /// Copies beyond those the fee covers.
  package let extraCopies: Int
  /// One line for the fee or exemption, one for extra copies where there are any.
  package let lines: [Line]
  /// What the fee rests on, to print beside it.
  package let citations: [Citation]

  package var reason: Bilingual { group.name }

  package struct Line: Equatable, Sendable {
    package let words: Bilingual
    package let amount: Dong
  }
}
