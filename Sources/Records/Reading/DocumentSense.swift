import Law
import Vocabulary

/// What no right document can say, whatever its supplier: days in an impossible order.
enum DocumentSense {
  static func check(_ document: SupplierDocument) throws(DocumentRefusal) {
    if let issued = document.issuedOn, issued > document.receivedOn {
      throw DocumentRefusal("issuedOn", .after("receivedOn"))
    }
    if let born = document.person.born, born.earliest > document.receivedOn {
      throw DocumentRefusal("person.born", .after("receivedOn"))
    }
    switch document.content {
    case .judgment(let extract): try check(extract, of: document)
    case .execution(let references, _), .change(let references, _),
      .expungement(let references, _), .reconsideration(let references, _, _):
      for (index, reference) in references.enumerated() {
        guard let day = reference.pronouncedOn, day > document.receivedOn else { continue }
        throw DocumentRefusal("judgments[\(index)].on", .after("receivedOn"))
      }
    case .ban, .identity: return
    }
  }

  private static func check(
    _ extract: JudgmentExtract, of document: SupplierDocument
  ) throws(DocumentRefusal) {
    let pronounced = extract.pronouncedOn ?? document.receivedOn
    guard pronounced <= document.receivedOn else {
      throw DocumentRefusal("judgment.on", .after("receivedOn"))
    }
    if let effective = document.effectiveOn, let day = extract.pronouncedOn, day > effective {
      throw DocumentRefusal("judgment.on", .after("effectiveOn"))
    }
    for (index, offence) in extract.offences.enumerated() {
      guard let act = offence.committedOn else { continue }
      guard act <= pronounced else {
        throw DocumentRefusal("offences[\(index)].committedOn", .after("judgment.on"))
      }
      if let born = document.person.born, born.earliest > act {
        throw DocumentRefusal("person.born", .after("offences[\(index)].committedOn"))
      }
    }
  }
}
