import Law
package import Vocabulary

/// Lý lịch tư pháp: what is known of one person, as the standing documents say it.
///
/// Law 28/2009/QH12, Article 26. It is made only by folding documents (`RecordFold`); every fact
/// carries the document that states it. Pending prosecutions and administrative sanctions are in
/// no document and so in no record (Article 4).
package struct JudicialRecord: Equatable, Sendable {
  package let id: RecordID
  /// The agency that keeps it.
  package let agency: AgencyID
  package internal(set) var identity: RecordIdentity
  /// By judgment day, then by the order of filing.
  package internal(set) var judgments: [RecordedJudgment] = []
  package internal(set) var bans: [Sourced<RecordedBan>] = []
  /// Documents that speak of a judgment which no extract of this record states.
  package internal(set) var strays: [DocumentID] = []
  /// What the standing documents say against each other and no officer has answered.
  package internal(set) var contradictions: [Contradiction] = []
  /// Every document known at that moment, superseded and set aside ones too, in order of filing.
  package internal(set) var documents: [FiledDocument] = []
  /// Those whose facts do not count any more, and why.
  package internal(set) var outOfForce: [DocumentID: OutOfForce] = [:]

  package enum OutOfForce: Equatable, Sendable {
    case superseded(by: DocumentID)
    /// An officer found that it does not belong here or is wrong.
    case setAside(by: OfficerID, at: Instant)
  }

  init(id: RecordID, agency: AgencyID, identity: RecordIdentity) {
    self.id = id
    self.agency = agency
    self.identity = identity
  }
}

extension JudicialRecord {
  package func document(_ id: DocumentID) -> FiledDocument? {
    documents.first { $0.id == id }
  }
}

/// A ban with the decision that pronounced it.
package struct RecordedBan: Equatable, Sendable {
  package var decisionNumber: String
  package var decidedOn: CivilDate?
  package var ban: BankruptcyBan
}

/// Who the person is: the latest standing document first, everything older as an alias.
package struct RecordIdentity: Equatable, Sendable {
  package var name: Sourced<String>?
  /// Every other name in any standing document.
  package var otherNames: [Sourced<String>] = []
  package var born: Sourced<BirthDate>?
  package var sex: Sourced<Sex>?
  /// Every identity number ever, the newest first.
  package var numbers: [Sourced<String>] = []
  package var nationality: Sourced<String>?
  package var father: Sourced<String>?
  package var mother: Sourced<String>?
  package var spouse: Sourced<String>?
  package var birthPlace: Sourced<String>?
  /// The newest first.
  package var residences: [Sourced<String>] = []
}
