package import Records
package import Store
package import Vocabulary

/// Finds people in an agency's own judicial records.
///
/// Every search sees every document that was committed before it began. Call it before a
/// transaction, and store what it returns in there.
package struct PersonFinder: Sendable {
  private let database: Database
  private let register: RegisterIndex

  package init(database: Database, register: RegisterIndex) {
    self.database = database
    self.register = register
  }

  /// Looks for an applicant.
  ///
  /// - Throws: `Fault` where the register cannot be searched whole: that is never "clear".
  package func find(_ person: SoughtPerson, of agency: AgencyID) async throws -> PersonSearch {
    let finding = try await register.find(person, of: agency)
    let review = finding.thresholds.review
    let found = try await candidates(
      finding.found.documents.filter { $0.weight >= review }, finding)
    let outcome: PersonSearch.Outcome =
      found.first?.outcome ?? (finding.found.isCapped ? .review : .clear)
    return search(finding, found, outcome)
  }

  /// Looks by hand with whatever is known: a name alone, a name and a year, a number. Records that
  /// agree neither on a name nor on a number are left out; the others stand by weight, those far
  /// below review too, for little that is known weighs little.
  package func look(for person: SoughtPerson, of agency: AgencyID) async throws -> PersonSearch {
    let finding = try await register.find(person, of: agency, isByHand: true)
    let listed = finding.found.documents
    let found = try await candidates(listed.filter(\.agreesOnNameOrNumber), finding)
    // Where even the lightest of a full list agrees, others that are not listed do.
    let isPart =
      finding.found.isCut || finding.found.isFull && listed.last?.agreesOnNameOrNumber == true
    var search = search(finding, found, found.isEmpty && !isPart ? .clear : .review)
    search.isCapped = isPart
    return search
  }

  private func search(
    _ finding: RegisterFinding, _ candidates: [PersonCandidate], _ outcome: PersonSearch.Outcome
  ) -> PersonSearch {
    PersonSearch(
      candidates: candidates, outcome: outcome, registerVersion: finding.version,
      entries: finding.entries, compared: finding.found.compared,
      weightsVersion: finding.weightsVersion, thresholds: finding.thresholds,
      isCapped: finding.found.isCapped)
  }

  /// Documents by the record that holds them now, each record with its heaviest.
  private func candidates(
    _ documents: [MatchExplanation], _ finding: RegisterFinding
  ) async throws -> [PersonCandidate] {
    guard !documents.isEmpty else { return [] }
    let filed = try documents.map { explanation in
      guard let filed = FilingPlace(text: explanation.id) else {
        throw Fault(
          "searching the register", cause: "an entry of its index names no document; build it anew")
      }
      return filed
    }
    let holders = try await database.read { connection in
      try RecordHolders.holders(of: filed, in: connection)
    }
    var seen: Set<RecordID> = []
    return zip(filed, documents).compactMap { filed, explanation in
      guard let record = holders[filed.document], seen.insert(record).inserted else { return nil }
      return PersonCandidate(
        record: record, document: filed.document,
        outcome: explanation.weight >= finding.thresholds.match ? .match : .review,
        explanation: explanation)
    }
  }
}

extension MatchExplanation {
  /// By the levels and not by their weights: in a small register no name is rare.
  fileprivate var agreesOnNameOrNumber: Bool {
    let strangers: [OwnNameLevel] = [
      .missing, .other, .surnameOnly, .surnameUnheard, .frontOnly, .frontUnheard,
    ]
    let numbers: [PaperLevel] = [.same, .sameOld, .oneDigit, .oneDigitOld, .twoDigits]
    return !strangers.contains(levels.name) || numbers.contains(levels.paper)
  }
}
