import Intake
import Testing
import Vocabulary

@Suite("Intake: only the residences of an earlier application are copied")
struct IntakeCopyTests {
  private static let earlier = IntakeFixture.form(["person.phone": "0900000009"])

  @Test func `they take the place of those that stand there, and nothing else comes with them`() {
    var form = DeclarationForm([
      "residences[0].place": "Nơi cũ", "residences[2].place": "Nơi khác",
      "person.phone": "0900000001",
    ])
    form.takeResidences(of: Self.earlier)
    for row in 0..<2 {
      for column in FormTable.residences.columns {
        let name = FieldName(column, row: row)
        #expect(form[name] == Self.earlier[name])
      }
    }
    #expect(form.isBlankRow(2, of: .residences))
    #expect(form[.personPhone] == "0900000001" && form[.fatherName].isEmpty)
  }

  @Test func `of the same person only`() {
    var child = DeclarationForm([
      "request.applicant": "parentOfMinor", "person.name": "Trẻ Mẫu",
      "person.birthDate": "01/02/2015",
    ])
    let twin = child
    #expect(child.isAboutTheSame(as: twin) && !child.isAboutTheSame(as: Self.earlier))
    child[.personName] = "Trẻ Khác"
    #expect(!child.isAboutTheSame(as: twin))
    #expect(DeclarationForm().isAboutTheSame(as: Self.earlier))
    #expect(!DeclarationForm().hasResidences && Self.earlier.hasResidences)
  }
}
