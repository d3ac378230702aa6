package import Law
package import Vocabulary

/// Reads a request of a body: what is lacking, why it is refused, or by when it is answered.
///
/// Law 28/2009/QH12, Articles 7, 41, 45.4, 46.1, 48 and 49; forms 05a and 05b.
package func readBodyRequest(
  _ typed: [String: String], receivedAt: Instant, rules: RuleSet, calendar: WorkingCalendar
) -> BodyRequestReading {
  var reader = BodyReader(typed: typed, today: receivedAt.civilDate)
  let (refusal, basis) = reader.standing()
  // No letter and no data of the person would help: they are not asked for.
  if let refusal { return .refused(refusal) }
  guard let request = reader.request(), let basis else { return .lacking(reader.lacks) }
  switch request.urgency {
  case .urgent:
    return .request(
      request, by: basis,
      due: .hours(
        UrgentAnswer.due(received: receivedAt, limit: rules.limits.urgent),
        letterBy: UrgentAnswer.writtenRequestBy(received: receivedAt, calendar: calendar)))
  case .ordinary:
    return .request(
      request, by: basis,
      due: .day(
        DueDate.reckon(
          received: receivedAt, difficulty: .ordinary, limits: rules.limits, calendar: calendar)))
  }
}

private struct BodyReader {
  let typed: [String: String]
  let today: CivilDate
  var lacks: [BodyLack] = []

  /// Whether this body may ask this, as soon as body, certificate and purpose can be read.
  func standing() -> (refusal: BodiesMayAsk.Refusal?, basis: Citation?) {
    guard let body = BodiesMayAsk.Body(rawValue: typed[BodyField.body.rawValue] ?? ""),
      let kind = CertificateKind(rawValue: typed[BodyField.kind.rawValue] ?? ""),
      let purpose = BodiesMayAsk.Purpose(rawValue: typed[BodyField.purpose.rawValue] ?? "")
    else { return (nil, nil) }
    switch BodiesMayAsk.standing(of: body, asking: kind, for: purpose) {
    case .allowed(let citation): return (nil, citation)
    case .refused(let refusal): return (refusal, nil)
    }
  }

  mutating func request() -> BodyRequest? {
    let body = choice(.body, of: BodiesMayAsk.Body.self)
    let bodyName = needed(.bodyName)
    let urgency = urgency(body)
    let letter = letter(urgency)
    let name = name()
    let birth = birth()
    let paper = needed(.subjectPaper)
    let kind = choice(.kind, of: CertificateKind.self)
    let bans = bans(kind)
    let purpose = choice(.purpose, of: BodiesMayAsk.Purpose.self)
    guard lacks.isEmpty, let body, let bodyName, let urgency, let name, let birth, let paper,
      let kind, let bans, let purpose
    else { return nil }
    return BodyRequest(
      body: body, bodyName: bodyName, urgency: urgency, letter: letter, subjectName: name,
      subjectBirthDate: birth, subjectPaper: paper, kind: kind, bans: bans, purpose: purpose)
  }

  /// Urgency is for proceedings alone: another body's request has the ordinary limit.
  private mutating func urgency(_ body: BodiesMayAsk.Body?) -> BodyRequest.Urgency? {
    guard let urgency = choice(.urgency, of: BodyRequest.Urgency.self) else { return nil }
    if urgency == .urgent, let body, body != .procedural { note(.notAChoice, at: .urgency) }
    return urgency
  }

  /// In writing; what is urgent may be followed by its letter.
  private mutating func letter(_ urgency: BodyRequest.Urgency?) -> BodyRequest.Letter? {
    let isEmpty = isBlank(raw(.letterNumber)) && isBlank(raw(.letterOn))
    if urgency == .urgent, isEmpty { return nil }
    let number = needed(.letterNumber)
    guard let on = day(.letterOn), let number else { return nil }
    return BodyRequest.Letter(number: number, on: on)
  }

  /// Article 42.3 has bodies say it with number 1; number 2 states bans whatever is typed.
  private mutating func bans(_ kind: CertificateKind?) -> BanConfirmation? {
    if kind == .number2, isBlank(raw(.bans)) { return .notRequested }
    return choice(.bans, of: BanConfirmation.self)
  }

  private mutating func day(_ field: BodyField) -> CivilDate? {
    guard let text = needed(field) else { return nil }
    guard case .day(let year, let month, let day)? = TypedDate(text) else {
      note(.notADate(.day), at: field)
      return nil
    }
    guard let date = CivilDate(year: year, month: month, day: day) else {
      note(.noSuchDay, at: field)
      return nil
    }
    guard date <= today else {
      note(.dayInFuture, at: field)
      return nil
    }
    return date
  }

  private mutating func birth() -> BirthDate? {
    guard let text = needed(.subjectBirthDate) else { return nil }
    guard let typed = TypedDate(text) else {
      note(.notADate(.birth), at: .subjectBirthDate)
      return nil
    }
    guard let birth = typed.birth else {
      note(.noSuchDay, at: .subjectBirthDate)
      return nil
    }
    guard birth.earliest <= today else {
      note(.dayInFuture, at: .subjectBirthDate)
      return nil
    }
    return birth
  }

  private mutating func name() -> PersonName? {
    guard !isBlank(raw(.subjectName)) else {
      note(.missing, at: .subjectName)
      return nil
    }
    do {
      return try PersonName(raw(.subjectName))
    } catch {
      switch error {
      case .text(let refusal): note(.text(refusal), at: .subjectName)
      case .empty, .noLetter, .notInNames: note(.name(error), at: .subjectName)
      }
      return nil
    }
  }

  private func raw(_ field: BodyField) -> String { typed[field.rawValue] ?? "" }

  private mutating func note(_ reason: Lack.Reason, at field: BodyField) {
    lacks.append(BodyLack(at: field, reason))
  }

  private mutating func needed(_ field: BodyField) -> String? {
    do {
      let text = try TypedText(raw(field), limit: TextLimit(characters: 200)).text
      guard !text.isEmpty else {
        note(.missing, at: field)
        return nil
      }
      return text
    } catch {
      note(.text(error), at: field)
      return nil
    }
  }

  private mutating func choice<Choice: RawRepresentable<String>>(
    _ field: BodyField, of type: Choice.Type
  ) -> Choice? {
    guard !isBlank(raw(field)) else {
      note(.notChosen, at: field)
      return nil
    }
    guard let choice = Choice(rawValue: raw(field)) else {
      note(.notAChoice, at: field)
      return nil
    }
    return choice
  }
}
