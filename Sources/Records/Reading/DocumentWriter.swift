import Law
import Vocabulary

/// Writes a document in the JSON format that `DocumentReader` reads, in one form: the fields in
/// the format's order, nothing that is not known.
package enum DocumentWriter {
  package static func bytes(of document: SupplierDocument) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.text("kind", document.kind.rawValue)
      json.text("issuer", document.issuer)
      json.text("number", document.number)
      json.day("issuedOn", document.issuedOn)
      json.day("effectiveOn", document.effectiveOn)
      json.day("receivedOn", document.receivedOn)
      json.key("person") { write(document.person, &$0) }
      write(document.content, &json)
      if let corrected = document.corrects {
        json.key("corrects") { json in
          json.object { json in
            json.text("number", corrected.number)
            json.day("on", corrected.issuedOn)
          }
        }
      }
      json.filled("note", document.note)
    }
    return json.bytes
  }

  private static func write(_ person: DocumentPerson, _ json: inout JSONWriter) {
    json.object { json in
      json.text("name", person.name)
      json.texts("otherNames", person.otherNames)
      if let born = person.born { json.text("born", born.iso) }
      if let sex = person.sex { json.text("sex", sex.rawValue) }
      json.texts("numbers", person.numbers)
      json.filled("nationality", person.nationality)
      json.filled("father", person.father)
      json.filled("mother", person.mother)
      json.filled("spouse", person.spouse)
      json.filled("birthPlace", person.birthPlace)
      json.texts("residences", person.residences)
    }
  }

  private static func write(_ content: DocumentContent, _ json: inout JSONWriter) {
    switch content {
    case .judgment(let extract): write(extract, &json)
    case .execution(let references, let parts):
      json.list("judgments", references) { write($0, &$1) }
      json.list("executed", parts) { write($0, &$1) }
    case .change(let references, let change):
      json.list("judgments", references) { write($0, &$1) }
      json.day("on", change.on)
      json.number("months", change.months)
      json.day("probationEndsOn", change.probationEndsOn)
    case .expungement(let references, let day):
      json.list("judgments", references) { write($0, &$1) }
      json.day("on", day)
    case .reconsideration(let references, let outcome, let day):
      json.list("judgments", references) { write($0, &$1) }
      json.text("outcome", outcome.rawValue)
      json.day("on", day)
    case .ban(let ban):
      json.key("ban") { json in
        json.object { json in
          json.text("court", ban.court)
          json.text("office", ban.office)
          json.text("term", ban.term)
          json.day("until", ban.until)
        }
      }
    case .identity: return
    }
  }

  private static func write(_ extract: JudgmentExtract, _ json: inout JSONWriter) {
    json.key("judgment") { write(extract.reference, &$0) }
    if let first = extract.appealOf { json.key("appealOf") { write(first, &$0) } }
    json.list("offences", extract.offences) { write($0, &$1) }
    json.key("principal") { json in
      json.object { json in
        json.word("kind", extract.principal.kind)
        json.number("months", extract.principal.months)
        json.number("probationMonths", extract.principal.probationMonths)
        json.text("words", extract.principal.words)
      }
    }
    if let supplementary = extract.supplementary {
      json.list("supplementary", supplementary) { part, json in
        json.object { json in
          json.text("kind", part.kind.rawValue)
          json.text("words", part.words)
        }
      }
    }
    if let obligations = extract.obligations {
      json.list("obligations", obligations) { part, json in
        json.object { json in
          json.text("kind", part.kind.rawValue)
          json.text("words", part.words)
        }
      }
    }
  }

  private static func write(_ reference: JudgmentReference, _ json: inout JSONWriter) {
    json.object { json in
      json.text("number", reference.number)
      json.day("on", reference.pronouncedOn)
      json.filled("court", reference.court)
    }
  }

  private static func write(_ offence: ExtractedOffence, _ json: inout JSONWriter) {
    json.object { json in
      json.text("words", offence.words)
      json.word("code", offence.code)
      json.number("article", offence.article)
      json.word("suffix", offence.suffix)
      json.number("clause", offence.clause)
      json.filled("point", offence.point ?? "")
      json.text("gravity", offence.gravity.rawValue)
      json.text("fault", offence.fault.rawValue)
      json.day("committedOn", offence.committedOn)
    }
  }

  private static func write(_ part: ExecutedPart, _ json: inout JSONWriter) {
    json.object { json in
      json.text("part", part.part.text)
      switch part.state {
      case .on(let day):
        json.text("state", "done")
        json.day("on", day)
      case .no: json.text("state", "notDone")
      case .unknown: json.text("state", "unknown")
      }
      json.filled("words", part.words)
    }
  }
}
