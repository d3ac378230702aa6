import Vocabulary

/// Writes a question in the line format, such that reading it gives the same question. Lists that
/// are empty and values that are not there are left out.
extension ExpungementQuestion {
  package var line: String {
    var json = JSONText(capacityBytes: 1024)
    append(to: &json)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  package func append(to json: inout JSONText) {
    json.raw("{\"id\":")
    json.string(id)
    json.raw(",\"asOf\":")
    json.day(asOf)
    json.raw(",\"subject\":{\"bornOn\":")
    json.day(history.bornOn)
    if !history.pendingActs.isEmpty {
      json.raw(",\"pending\":")
      json.list(history.pendingActs) { act, json in
        json.raw("{\"committedOn\":")
        json.day(act)
        json.raw("}")
      }
    }
    json.raw("},\"convictions\":")
    json.list(history.convictions) { conviction, json in conviction.append(to: &json) }
    json.raw("}")
  }
}

extension Conviction {
  fileprivate func append(to json: inout JSONText) {
    json.raw("{\"id\":")
    json.string(id)
    json.raw(",\"judgmentOn\":")
    json.day(judgmentOn)
    json.raw(",\"effectiveOn\":")
    json.day(effectiveOn)
    json.optional(",\"annulledOn\":", annulledOn)
    json.optional(",\"courtExpungedOn\":", courtExpungedOn)
    json.optional(",\"generalAmnestyOn\":", generalAmnestyOn)
    json.raw(",\"offences\":")
    json.list(offences) { offence, json in offence.append(to: &json) }
    json.raw(",\"principal\":")
    principal.append(to: &json)
    if !supplementary.isEmpty {
      json.raw(",\"supplementary\":")
      json.list(supplementary) { penalty, json in
        json.part(penalty.kind.rawValue, penalty.completed)
      }
    }
    if !obligations.isEmpty {
      json.raw(",\"obligations\":")
      json.list(obligations) { obligation, json in
        json.part(obligation.kind.rawValue, obligation.completed)
      }
    }
    json.raw("}")
  }
}

extension Offence {
  fileprivate func append(to json: inout JSONText) {
    json.raw("{\"code\":")
    json.string(code.rawValue)
    json.raw(",\"article\":")
    json.number(article)
    if let suffix {
      json.raw(",\"suffix\":")
      json.string(suffix.rawValue)
    }
    if let clause {
      json.raw(",\"clause\":")
      json.number(clause)
    }
    if let point {
      json.raw(",\"point\":")
      json.string(point)
    }
    json.raw(",\"class\":")
    json.string(gravity.rawValue)
    json.raw(",\"fault\":")
    json.string(fault.rawValue)
    json.raw(",\"committedOn\":")
    json.day(committedOn)
    json.raw("}")
  }
}

extension PrincipalPenalty {
  fileprivate func append(to json: inout JSONText) {
    json.raw("{\"kind\":")
    json.string(kind.rawValue)
    if let months {
      json.raw(",\"months\":")
      json.number(months)
    }
    if let completed {
      json.raw(",\"completed\":")
      json.completion(completed)
    }
    json.optional(",\"limitationExpiredOn\":", limitationExpiredOn)
    json.raw("}")
  }
}

extension JSONText {
  fileprivate mutating func optional(_ key: StaticString, _ day: CivilDate?) {
    guard let day else { return }
    raw(key)
    self.day(day)
  }

  fileprivate mutating func completion(_ completion: Completion) {
    switch completion {
    case .on(let day): self.day(day)
    case .no: word("no")
    case .unknown: word("unknown")
    }
  }

  fileprivate mutating func part(_ kind: String, _ completed: Completion) {
    raw("{\"kind\":")
    string(kind)
    raw(",\"completed\":")
    completion(completed)
    raw("}")
  }
}
