package import Vocabulary

/// What the QR on a citizen card says, as a help for typing.
///
/// Seven fields parted by `|`: number, old card's number or nothing, name, ddMMyyyy of birth,
/// Nam/Nữ, residence, ddMMyyyy of issue. Cards since 2024-07-01 may append more; those are left
/// unread. The QR is not signed and anyone can print one: it never proves who somebody is.
/// Source: public parsers agree; no official layout was found (docs/FORMS.md).
package struct CardQR: Equatable, Sendable {
  package let nationalID: NationalID
  /// Empty where the card states none.
  package let oldNumber: String
  package let name: PersonName
  package let birthDate: CivilDate
  package let sex: Sex
  package let residence: String
  package let issuedOn: CivilDate

  package init(_ text: String) throws(CardRefusal) {
    guard text.utf8.count <= CardQR.byteLimit else { throw .tooLong(limit: CardQR.byteLimit) }
    let parts = text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    guard parts.count >= 7 else { throw .tooFewFields(parts.count) }
    do {
      self.nationalID = try NationalID(parts[0])
    } catch {
      throw .nationalID(error)
    }
    guard CardQR.isOldNumber(parts[1]) else { throw .oldNumber }
    self.oldNumber = parts[1]
    do {
      self.name = try PersonName(parts[2])
    } catch {
      throw .name(error)
    }
    guard let birth = CardQR.day(parts[3]) else { throw .birthDate }
    self.birthDate = birth
    switch parts[4].inNFC {
    case "Nam": self.sex = .male
    case "Nữ": self.sex = .female
    default: throw .sex
    }
    do {
      self.residence =
        try TypedText(parts[5], limit: FormField.personPermanentResidence.limit).text
    } catch {
      throw .residence(error)
    }
    guard let issued = CardQR.day(parts[6]) else { throw .issueDate }
    self.issuedOn = issued
  }

  /// The fields of the form that the card can fill. Each is shown to be confirmed.
  package var fields: [FieldName: String] {
    let filled: [(FormField, String)] = [
      (.paperKind, PaperKind.nationalID.rawValue), (.paperNumber, nationalID.digits),
      (.paperIssuedOn, issuedOn.vietnamese), (.personName, name.text),
      (.personBirthDate, birthDate.vietnamese), (.personSex, sex.rawValue),
      (.personPermanentResidence, residence),
    ]
    return Dictionary(
      uniqueKeysWithValues: filled.filter { !$0.1.isEmpty }.map { (FieldName($0.0), $0.1) })
  }

  private static let byteLimit = 2_048

  private static func isOldNumber(_ text: String) -> Bool {
    [0, 9, 12].contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func day(_ text: String) -> CivilDate? {
    guard text.utf8.count == 8, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(text)
    else { return nil }
    return CivilDate(year: number % 10_000, month: number / 10_000 % 100, day: number / 1_000_000)
  }
}
