import Assessment
import CaseFile
import Intake
import Law
package import Records
import Store
import Vocabulary
import Words

/// An answer about a fact of a recorded judgment, as the supplier's document that it is: taken
/// over, it stands in the person's record, and not on one case alone.
struct AnsweredDocument {
  let record: RecordID
  let document: SupplierDocument

  /// - Throws: why the answer is no document of the record.
  init(
    _ question: FactQuestion, _ filed: FiledFact, about held: HeldRecord, on today: CivilDate
  ) throws {
    guard let record = held.records[question.conviction], let person = held.people[record],
      let judgment = held.judgments.first(where: { $0.id == question.conviction }),
      let reference = held.references[question.conviction],
      let conviction = judgment.facts
    else { throw CaseAlone.judgmentNotRecorded }
    guard let part = conviction.executed(question.part),
      let kind = conviction.documentKind(of: question.part),
      case .completion(let completion) = FactValue(filed.value, of: question.part),
      completion != .unknown
    else { throw CaseAlone.noSuchDocument }
    self.record = record
    self.document = SupplierDocument(
      kind: kind, issuer: PartWords.name(question.holder, in: .vietnamese), number: filed.reference,
      issuedOn: filed.answeredOn, receivedOn: max(today, filed.answeredOn),
      // As the record knows them: an answer about a fact says nothing new of the person.
      person: person,
      content: .execution(
        of: [reference],
        parts: [ExecutedPart(part: part, state: completion, words: filed.note)]))
    try mustBeTakenBack()
  }

  /// The format must give back what was written: a number or a note that it changes or refuses
  /// would put another document into the record than the one that came.
  private func mustBeTakenBack() throws(CaseAlone) {
    let read: SupplierDocument
    do {
      read = try DocumentReader.read(filed: DocumentWriter.bytes(of: document))
    } catch {
      throw .format(error)
    }
    guard read == document else { throw .format(DocumentRefusal("", .notText)) }
  }
}

extension AnsweredDocument {
  /// Files it. A document that the record has already changes nothing; one that contradicts
  /// another becomes a question to an officer.
  func file(
    _ source: FilingSource, of agency: AgencyID, by actor: Actor, at now: Instant,
    in transaction: Transaction
  ) throws {
    // What is refused here is seen again by whoever looks at the fact (`FactStanding`).
    _ = try RecordFiling.file(
      [
        IncomingDocument(
          document, bytes: DocumentWriter.bytes(of: document), attachment: .to(record))
      ], of: agency, source: source, by: actor, at: now, in: transaction)
  }
}

/// Where a fact that was taken over stands.
package enum FactStanding: Equatable, Sendable {
  /// In the person's record too, for every later case.
  case inRecord
  /// On this case alone: the officer is told why, and what to do.
  case onCaseAlone(CaseAlone)
}

/// Why an answer about a fact stays a fact of one case.
package enum CaseAlone: Error, Equatable, Sendable {
  /// The judgment is typed on this case; no record holds it.
  case judgmentNotRecorded
  /// No document of a supplier states such a fact: a class or a form of fault, a second part of
  /// the same kind, a body that issues none.
  case noSuchDocument
  /// The format of suppliers' documents does not take it as it was written.
  case format(DocumentRefusal)
  /// The document is right, and the record did not take it: its numbers stand elsewhere.
  case notFiled
}

extension FactStanding {
  /// Looked at anew each time: a paper that was entered since mends it.
  init(
    _ question: FactQuestion, _ filed: FiledFact, about held: HeldRecord
  ) throws {
    let recorded = held.judgments.first { $0.id == question.conviction }?.facts
    if let value = recorded?.value(of: question.part), value.text == filed.value {
      self = .inRecord
      return
    }
    do {
      let answered = try AnsweredDocument(
        question, filed, about: held, on: filed.answeredOn)
      // Filed beside papers that contradict it, it is in the record and not yet a fact there.
      self = held.holds(answered.document) ? .inRecord : .onCaseAlone(.notFiled)
    } catch let why as CaseAlone {
      self = .onCaseAlone(why)
    }
  }
}

extension FiledFact {
  /// Where a document that is made of the answer comes from.
  func filingSource(holder: FactHolder) -> FilingSource {
    switch source {
    case .message: .message(sender: holder.rawValue)
    case .paper(let officer): .hand(officer)
    }
  }
}

extension Conviction {
  /// The part as documents of execution name it. They name it by its kind, so a second one of the
  /// same kind cannot be told from the first.
  fileprivate func executed(_ part: FactPart) -> JudgmentPart? {
    switch part {
    case .principal: return .principal
    case .supplementary(let row):
      let kind = supplementary[row].kind
      return supplementary.count { $0.kind == kind } == 1 ? .supplementary(kind) : nil
    case .obligation(let row):
      let kind = obligations[row].kind
      return obligations.count { $0.kind == kind } == 1 ? .obligation(kind) : nil
    case .gravity, .fault: return nil
    }
  }

  fileprivate func documentKind(of part: FactPart) -> DocumentKind? {
    switch FactHolder.of(part, in: self) {
    case .civilEnforcement: .civilEnforcementResult
    case .commune: .communeCertificate
    case .court, .prosecution: nil
    case .criminalEnforcement:
      switch principal.kind {
      case .suspendedImprisonment: .suspendedSentenceCompletion
      case .nonCustodialReform: .nonCustodialCompletion
      case .expulsion: .expulsionCompletion
      case .imprisonment, .lifeImprisonment, .deathCommuted: .prisonRelease
      case .warning, .fine, .exempt, .juvenileMeasure: nil
      }
    }
  }
}
