import Vocabulary

extension RecordFold {
  /// The latest document names the person; what older ones call them stays as an alias. Birth
  /// dates, sexes or names that cannot be one person's are a contradiction, for the document may
  /// be another person's.
  mutating func foldIdentity() {
    // By the day that each document bears, the latest first: a register of 1995 that is filed
    // today does not rename the person.
    let latest = standing.sorted { ($0.day.dayNumber, $0.id) > ($1.day.dayNumber, $1.id) }
    var identity = RecordIdentity()
    for filed in latest {
      let person = filed.document.person
      take(person.name, into: &identity.name, from: filed.id)
      take(person.father, into: &identity.father, from: filed.id)
      take(person.mother, into: &identity.mother, from: filed.id)
      take(person.spouse, into: &identity.spouse, from: filed.id)
      take(person.birthPlace, into: &identity.birthPlace, from: filed.id)
      take(person.nationality, into: &identity.nationality, from: filed.id)
      for number in person.numbers { add(number, to: &identity.numbers, from: filed.id) }
      for place in person.residences { add(place, to: &identity.residences, from: filed.id) }
    }
    addAliases(latest, to: &identity)
    identity.born = settle(
      standing.compactMap { filed in
        filed.document.person.born.map { Sourced($0, from: filed.id) }
      }, .birthDate, agree: { $0.agrees(with: $1) }
    ).map { mostExact($0) }
    identity.sex = settle(
      standing.compactMap { filed in
        filed.document.person.sex.map { Sourced($0, from: filed.id) }
      }, .sex)
    settleName()
    record.identity = identity
  }

  private func take(
    _ text: String, into place: inout Sourced<String>?, from source: DocumentID
  ) {
    guard place == nil, !text.isEmpty else { return }
    place = Sourced(text, from: source)
  }

  private func add(_ text: String, to list: inout [Sourced<String>], from source: DocumentID) {
    guard !text.isEmpty, !list.contains(where: { $0.value == text }) else { return }
    list.append(Sourced(text, from: source))
  }

  private func addAliases(_ latest: [FiledDocument], to identity: inout RecordIdentity) {
    for filed in latest {
      let person = filed.document.person
      for name in [person.name] + person.otherNames where name != identity.name?.value {
        add(name, to: &identity.otherNames, from: filed.id)
      }
    }
  }

  /// Names agree when one document knows the other's name, with or without marks. An identity
  /// notice is what changes a name.
  private mutating func settleName() {
    let known = Set(
      standing.flatMap { filed in
        let person = filed.document.person
        let changes = filed.document.kind == .identityNotice ? [person.name] : []
        return (person.otherNames + changes).map { SearchKey($0).text }
      })
    let plain = standing.filter { !known.contains(SearchKey($0.document.person.name).text) }
      .map { Sourced(SearchKey($0.document.person.name).text, from: $0.id) }
    _ = settle(plain, .name)
  }

  /// Among birth dates that agree, the one that says most.
  private func mostExact(_ found: Sourced<BirthDate>) -> Sourced<BirthDate> {
    let all = standing.compactMap { filed in
      filed.document.person.born.map { Sourced($0, from: filed.id) }
    }.filter { $0.value.agrees(with: found.value) }
    return all.max { $0.value.iso.utf8.count < $1.value.iso.utf8.count } ?? found
  }
}

extension BirthDate {
  /// Whether both can be one day: `1990` and `1990-03-12` can.
  func agrees(with other: BirthDate) -> Bool {
    iso.hasPrefix(other.iso) || other.iso.hasPrefix(iso)
  }
}
