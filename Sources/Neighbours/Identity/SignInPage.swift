import Vocabulary

/// The provider's page: choose who you are.
func signInPage(_ request: AuthorizationRequest, cast: Cast) -> Page {
  let people = cast.members.map { member in
    let low = member.level < 2 ? " low" : ""
    return """
      <li><button type="submit" name="person" value="\(member.nationalID.digits)">
      <span class="level\(low)">Mức \(member.level)</span>
      <b>\(escaped(member.name))</b>
      <small>\(member.nationalID.digits) · sinh \(member.birthDate.vietnamese)</small>
      <small>\(escaped(member.story.vi))</small>
      <small lang="en">\(escaped(member.story.en))</small>
      </button></li>
      """
  }
  return Page(
    title: "Định danh điện tử",
    body: """
      <h1>Định danh điện tử</h1>
      <p class="sub">Chọn một người để đăng nhập. <span lang="en">Choose who signs in.</span></p>
      <form method="post" action="/authorize">
      \(request.hiddenFields)
      <ul class="people">
      \(people.joined(separator: "\n"))
      </ul>
      <p class="plain"><button type="submit" name="cancel" value="1">Hủy, quay lại ·
      <span lang="en">Cancel</span></button></p>
      </form>
      """)
}

func wrongRequestPage(_ field: String) -> Page {
  Page(
    title: "Yêu cầu không hợp lệ",
    body: """
      <h1>Yêu cầu không hợp lệ</h1>
      <p>Tham số <code>\(escaped(field))</code> không khớp với đăng ký của ứng dụng.
      Hãy quay lại và đăng nhập lại từ đầu.</p>
      <p lang="en">The parameter does not match the application's registration.</p>
      """)
}
