import Vocabulary

// Fields 11 to 13. Number 2 prints these names (Article 43.1), and they tell namesakes apart.
extension Reader {
  mutating func family(of birth: BirthDate?) -> Family? {
    let before = lacks.count
    let father = parent(
      .fatherName, .fatherBirthDate, .fatherPaper, unknown: .fatherUnknown, childBirth: birth)
    let mother = parent(
      .motherName, .motherBirthDate, .motherPaper, unknown: .motherUnknown, childBirth: birth)
    let spouse = relative(.spouseName, .spouseBirthDate, .spousePaper)
    guard lacks.count == before else { return nil }
    return Family(father: father, mother: mother, spouse: spouse)
  }

  /// A parent is named, or said to be unknown: an empty field could be either, and a certificate
  /// must not guess.
  private mutating func parent(
    _ nameField: FormField, _ birthField: FormField, _ paperField: FormField,
    unknown: FormField, childBirth: BirthDate?
  ) -> Relative? {
    guard let isUnknown = isTicked(unknown) else { return nil }
    let fields = [nameField, birthField, paperField]
    let isEmpty = fields.allSatisfy { isBlank(form[$0]) }
    if isUnknown {
      if !isEmpty { note(.namedAndUnknown, at: unknown) }
      return nil
    }
    guard !isEmpty else {
      note(.nameOrUnknown, at: nameField)
      return nil
    }
    let parent = relative(nameField, birthField, paperField)
    if let parentBirth = parent?.birthDate, let childBirth,
      parentBirth.earliest >= childBirth.latest
    {
      warn(.parentNotOlder, at: birthField)
    }
    return parent
  }

  private mutating func relative(
    _ nameField: FormField, _ birthField: FormField, _ paperField: FormField
  ) -> Relative? {
    let birth = birthDate(birthField)
    let paper = text(paperField)
    guard !isBlank(form[nameField]) else {
      if !isBlank(form[birthField]) || !isBlank(form[paperField]) {
        note(.relativeWithoutName, at: nameField)
      }
      return nil
    }
    guard let name = name(nameField), let paper else { return nil }
    return Relative(name: name, birthDate: birth, paperNumber: paper)
  }
}
