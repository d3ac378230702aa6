import Vocabulary

/// Reads one form from top to bottom, and gathers what it finds on the way. Each question answers
/// nil where something lacks, and then the lack is already noted.
struct Reader {
  let form: DeclarationForm
  let rules: IntakeRules
  let known: KnownFacts
  let today: CivilDate
  var lacks: [Lack] = []
  var warnings: [Warning] = []

  var thisMonth: YearMonth {
    YearMonth(of: today)
  }

  mutating func note(_ reason: Lack.Reason, at name: FieldName) {
    lacks.append(Lack(at: name, reason))
  }

  mutating func note(_ reason: Lack.Reason, at field: FormField) {
    note(reason, at: FieldName(field))
  }

  mutating func warn(_ reason: Warning.Reason, at field: FormField) {
    warnings.append(Warning(at: FieldName(field), reason))
  }
}

// One field.
extension Reader {
  /// The safe text of a field, perhaps empty.
  mutating func text(_ name: FieldName) -> String? {
    do {
      return try TypedText(form[name], limit: name.field.limit).text
    } catch {
      note(.text(error), at: name)
      return nil
    }
  }

  mutating func text(_ field: FormField) -> String? { text(FieldName(field)) }

  /// The safe text of a field that must not be empty.
  mutating func needed(_ name: FieldName) -> String? {
    guard let text = text(name) else { return nil }
    guard !text.isEmpty else {
      note(.missing, at: name)
      return nil
    }
    return text
  }

  mutating func needed(_ field: FormField) -> String? { needed(FieldName(field)) }

  /// One of the values of an enum, by its code.
  mutating func choice<Choice: RawRepresentable<String>>(
    _ name: FieldName, of type: Choice.Type
  ) -> Choice? {
    guard let code = text(name) else { return nil }
    guard !code.isEmpty else {
      note(.notChosen, at: name)
      return nil
    }
    guard let choice = Choice(rawValue: code) else {
      note(.notAChoice, at: name)
      return nil
    }
    return choice
  }

  mutating func choice<Choice: RawRepresentable<String>>(
    _ field: FormField, of type: Choice.Type
  ) -> Choice? {
    choice(FieldName(field), of: type)
  }

  /// A box: ticked, empty, or something no box posts.
  mutating func isTicked(_ field: FormField) -> Bool? {
    guard let text = text(field) else { return nil }
    switch text {
    case "": return false
    case "yes", "on", "true": return true
    default:
      note(.notAChoice, at: field)
      return nil
    }
  }

  /// A name, or nil where the field is empty or lacking; ask `isBlank` to tell them apart.
  mutating func name(_ field: FormField) -> PersonName? {
    guard !isBlank(form[field]) else { return nil }
    do {
      return try PersonName(form[field])
    } catch {
      switch error {
      case .text(let refusal): note(.text(refusal), at: field)
      case .empty, .noLetter, .notInNames: note(.name(error), at: field)
      }
      return nil
    }
  }
}

// Dates.
extension Reader {
  /// A date as typed; nil where the field is empty or lacking.
  mutating func date(_ name: FieldName, shape: Lack.DateShape) -> TypedDate? {
    guard let text = text(name), !text.isEmpty else { return nil }
    guard let date = TypedDate(text) else {
      note(.notADate(shape), at: name)
      return nil
    }
    return date
  }

  /// A real day, not after today; nil where the field is empty or lacking.
  mutating func pastDay(_ name: FieldName) -> CivilDate? {
    guard let typed = date(name, shape: .day) else { return nil }
    guard case .day(let year, let month, let day) = typed else {
      note(.notADate(.day), at: name)
      return nil
    }
    guard let date = CivilDate(year: year, month: month, day: day) else {
      note(.noSuchDay, at: name)
      return nil
    }
    guard date <= today else {
      note(.dayInFuture, at: name)
      return nil
    }
    return date
  }

  /// A real month, not after this one; nil where the field is empty or lacking.
  mutating func pastMonth(_ name: FieldName) -> YearMonth? {
    guard let typed = date(name, shape: .month) else { return nil }
    guard case .month(let year, let number) = typed else {
      note(.notADate(.month), at: name)
      return nil
    }
    guard let month = YearMonth(year: year, month: number) else {
      note(.noSuchDay, at: name)
      return nil
    }
    guard month <= thisMonth else {
      note(.monthInFuture, at: name)
      return nil
    }
    return month
  }

  /// A day, month or year of birth, not after today; nil where the field is empty or lacking.
  mutating func birthDate(_ field: FormField) -> BirthDate? {
    let name = FieldName(field)
    guard let typed = date(name, shape: .birth) else { return nil }
    guard let birth = typed.birth else {
      note(.noSuchDay, at: name)
      return nil
    }
    guard birth.earliest <= today else {
      note(.dayInFuture, at: name)
      return nil
    }
    guard birth.latest >= today.adding(years: -Reader.longestLifeYears) else {
      note(.birthTooLongAgo(years: Reader.longestLifeYears), at: name)
      return nil
    }
    return birth
  }

  /// Nobody's parent was born longer ago: a typing error, not a person.
  private static let longestLifeYears = 170
}

extension YearMonth {
  /// The month in which a day lies.
  init(of day: CivilDate) {
    guard let month = YearMonth(year: day.year, month: day.month) else {
      preconditionFailure("a day of the form lies between 1850 and 2200")
    }
    self = month
  }

  /// The month `months` later, within the years that `YearMonth` has.
  func adding(months: Int) -> YearMonth {
    let sum = ordinal + months
    guard let month = YearMonth(year: sum / 12, month: sum % 12 + 1) else {
      preconditionFailure("a month of a residence history lies between 1850 and 2200")
    }
    return month
  }
}
