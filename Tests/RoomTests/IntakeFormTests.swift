import Foundation
import Intake
import Testing
import Vocabulary

@Suite("Intake: the form as typed")
struct IntakeFormTests {
  @Test func `what was typed comes back exactly`() throws {
    var typed = IntakeFixture.fields
    typed["person.name"] = "  <b>\u{202E}Nguye\u{302}\u{303}n "
    let form = DeclarationForm(typed)
    #expect(form.dictionary == typed)
    for (name, text) in form.dictionary {
      #expect(text.utf8.elementsEqual(typed[name]?.utf8 ?? "".utf8))
    }
    let draft = try JSONEncoder().encode(form)
    #expect(try JSONDecoder().decode(DeclarationForm.self, from: draft) == form)
  }

  @Test(
    arguments: [
      "csrf", "person", "person.Name", "residences", "residences[].from", "residences[-1].from",
      "residences[01].from", "residences[+1].from", "residences[99999999999999999999].from",
      "residences[61].from", "residences[0]", "residences[0].from.x", "oath[0]", "]x[",
      "convictions[31].court", "residences[0][0].from", "",
    ])
  func `a name that is no field is left out`(name: String) {
    #expect(DeclarationForm([name: "x"]).dictionary.isEmpty)
  }

  @Test(arguments: FormField.allCases)
  func `every field's name is read back`(field: FormField) {
    let name = FieldName(field, row: field.table == nil ? nil : 12)
    #expect(FieldName(name.name) == name)
  }

  @Test func `a new form has one row of residences`() {
    #expect(DeclarationForm().rows(of: .residences) == 1)
    #expect(DeclarationForm().rows(of: .convictions) == 0)
  }

  @Test func `rows are added at the end and removed anywhere`() {
    var form = IntakeFixture.form()
    form.add(.residences)
    #expect(form.rows(of: .residences) == 3)
    #expect(form.isBlankRow(2, of: .residences))
    form.remove(.residences, row: 0)
    #expect(form.rows(of: .residences) == 2)
    #expect(form[FieldName(.residenceFrom, row: 0)] == "06/2012")
    form.remove(.residences, row: 7)
    form.remove(.residences, row: -1)
    #expect(form.rows(of: .residences) == 2)
    form.remove(.residences, row: 1)
    form.remove(.residences, row: 0)
    #expect(form.rows(of: .residences) == 0)
    #expect(form[.personName] == "Nguyễn Văn Mẫu")
  }

  @Test(arguments: FormTable.allCases)
  func `a full table takes no more rows`(table: FormTable) {
    var form = DeclarationForm([:])
    for _ in 0..<100 { form.add(table) }
    #expect(form.rows(of: table) == table.rowLimit)
  }

  @Test func `a field is bounded, and its excess still shows`() {
    let form = DeclarationForm(["person.name": String(repeating: "ễ", count: 1 << 19)])
    #expect(form[.personName].utf8.count <= DeclarationForm.fieldBytes + 3)
    #expect(form[.personName].count > FormField.personName.characterLimit)
  }
}

@Suite("Intake: prefilled fields")
struct IntakePrefillTests {
  private func prefill(_ reply: RegisterReply) throws -> Prefill {
    let identity = try #require(try IntakeFixture.identity().identity)
    return Prefill.from(identity, register: reply)
  }

  private let facts = RegisterFacts(
    sex: .male, birthPlace: "Cần Thơ", nationality: "VN", ethnicity: "Kinh",
    permanentResidence: "Phường Ninh Kiều", fatherName: "Nguyễn Văn Cha")

  @Test func `each prefilled field says where it comes from`() throws {
    let prefill = try prefill(.found(facts))
    let form = prefill.form
    #expect(form[.personSex] == "male")
    #expect(form[.personBirthDate] == "05/09/1990")
    let origins = prefill.origins(in: form)
    #expect(origins["person.name"] == .identity)
    #expect(origins["person.paper.number"] == .identity)
    #expect(origins["father.name"] == .populationRegister)
    #expect(origins["mother.name"] == nil)
    #expect(form.rows(of: .residences) == 1)
  }

  @Test func `a changed field is marked, a typed one too`() throws {
    let prefill = try prefill(.found(facts))
    var form = prefill.form
    form[.personPermanentResidence] = "Phường khác"
    form[.personPhone] = "0901234567"
    form[.personEthnicity] = ""
    let origins = prefill.origins(in: form)
    #expect(origins["person.permanentResidence"] == .changed)
    #expect(origins["person.ethnicity"] == .changed)
    #expect(origins["person.phone"] == .typed)
  }

  @Test func `with a silent register the form works and is to be confirmed`() throws {
    let prefill = try prefill(.silent)
    var form = prefill.form
    #expect(form[.personSex] == "")
    form[.personSex] = "male"
    form[.personPhone] = "0901234567"
    let origins = prefill.origins(in: form)
    #expect(origins["person.sex"] == .toBeConfirmed)
    #expect(origins["person.phone"] == .typed)
    #expect(origins["person.name"] == .identity)
  }

  @Test func `what is prefilled and completed is a declaration`() throws {
    let prefill = try prefill(.found(facts))
    let form = IntakeFixture.fields.merging(prefill.fields) { $1 }
    #expect(IntakeFixture.lacks(form, known: try IntakeFixture.identity()) == [])
  }
}
