import Assessment
import CaseFile
import Intake
import Law
import Records
import Store
import Vocabulary
import Words

/// An answer about a fact of a recorded judgment, as the supplier's document that it is: taken
/// over, it stands in the person's record, and not on one case alone.
struct AnsweredDocument {
  let record: RecordID
  let document: SupplierDocument

  /// Nil where the judgment is not of the record, or where no document of a supplier states such a
  /// fact: then it stays a fact of the case.
  init?(
    _ question: FactQuestion, _ filed: FiledFact, about held: HeldRecord, of facts: CaseFacts,
    on today: CivilDate
  ) throws {
    guard let record = held.record.flatMap({ RecordID(text: $0) }),
      let judgment = held.judgments.first(where: { $0.id == question.conviction }),
      let reference = held.references[question.conviction],
      let conviction = judgment.facts, let part = conviction.executed(question.part),
      let kind = conviction.documentKind(of: question.part),
      case .completion(let completion) = FactValue(filed.value, of: question.part),
      completion != .unknown
    else { return nil }
    let person = try facts.lodged().declaration.person
    self.record = record
    self.document = SupplierDocument(
      kind: kind, issuer: PartWords.name(question.holder, in: .vietnamese), number: filed.reference,
      issuedOn: filed.answeredOn, receivedOn: max(today, filed.answeredOn),
      person: DocumentPerson(
        name: person.name.text, born: person.birthDate, numbers: [person.paper.number]),
      content: .execution(
        of: [reference],
        parts: [ExecutedPart(part: part, state: completion, words: filed.note)]))
  }
}

extension AnsweredDocument {
  /// Files it, where the format of suppliers' documents takes it. A document that the record has
  /// already changes nothing; one that contradicts another becomes a question to an officer.
  func file(
    _ source: FilingSource, of agency: AgencyID, by actor: Actor, at now: Instant,
    in transaction: Transaction
  ) throws {
    let bytes = DocumentWriter.bytes(of: document)
    guard (try? DocumentReader.read(filed: bytes)) == document else { return }
    _ = try RecordFiling.file(
      [IncomingDocument(document, bytes: bytes, attachment: .to(record))], of: agency,
      source: source, by: actor, at: now, in: transaction)
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
    case .court: nil
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
