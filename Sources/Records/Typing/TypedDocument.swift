import Law
import Vocabulary

/// What an officer typed into the form of a kind, as a document in the JSON format. Nothing is
/// checked here: the reader checks what it is given, whoever wrote it.
package struct TypedDocument: Sendable {
  package let kind: DocumentKind
  package let rows: DocumentRows
  var values: [String: String]

  /// - Parameter values: by the paths of `DocumentField`; days as `dd/mm/yyyy` or `YYYY-MM-DD`.
  package init(kind: DocumentKind, values: [String: String]) {
    self.kind = kind
    self.rows = DocumentRows(posted: values.keys)
    self.values = values.mapValues { $0.trimmed }
  }

  var fields: [DocumentField] { kind.form(rows).flatMap(\.fields) }

  package var bytes: [UInt8] {
    var root = JSONNode()
    root.set(["kind"], to: .text(kind.rawValue))
    for field in fields { put(field, into: &root) }
    for list in Self.stated where values[list] == "none" {
      root.set([list], to: .list([]))
    }
    var writer = JSONWriter()
    root.write(into: &writer)
    return writer.bytes
  }

  /// Lists of which the officer says whether the paper names any.
  static let stated = ["supplementary", "obligations"]

  private func put(_ field: DocumentField, into root: inout JSONNode) {
    let value = values[field.path] ?? ""
    guard !value.isEmpty, !Self.stated.contains(field.path) else { return }
    var steps = field.path.split(whereSeparator: { $0 == "." || $0 == "[" || $0 == "]" })
      .map(String.init)
    // A list that the officer says is empty has no rows, whatever stands in them.
    if let list = steps.first, values[list] == "none" { return }
    // Rows that were left empty are no rows.
    if steps.count > 1, let list = DocumentRows.List(rawValue: steps[0]), let row = Int(steps[1]),
      let place = filled(list).firstIndex(of: row)
    {
      steps[1] = String(place)
    }
    switch field.input {
    case .text, .words, .choice: root.set(steps, to: .text(value))
    case .day: root.set(steps, to: .text(Self.iso(value)))
    case .number: root.set(steps, to: Int(value).map { .number($0) } ?? .text(value))
    case .article: putArticle(value, at: steps, into: &root)
    case .several:
      let parts = value.split(separator: ";").map { String($0).trimmed }.filter { !$0.isEmpty }
      let plain =
        field.path == "person.numbers" ? parts.map { IdentityNumbers.plain($0) } : parts
      root.set(steps, to: .list(plain.map { .text($0) }))
    }
  }

  /// The form's rows of a list in which something stands, from 0, in their order.
  func filled(_ list: DocumentRows.List) -> [Int] {
    (0..<rows[list]).filter { row in
      fields.contains {
        $0.path.hasPrefix("\(list.rawValue)[\(row)]") && !(values[$0.path] ?? "").isEmpty
      }
    }
  }

  /// `217a` is article 217 with the letter a; what is neither stays, and the reader refuses it.
  private func putArticle(_ value: String, at steps: [String], into root: inout JSONNode) {
    let digits = value.prefix { ("0"..."9").contains($0) }
    let letter = value.dropFirst(digits.count).lowercased()
    guard let number = Int(digits), letter.isEmpty || ArticleSuffix(rawValue: letter) != nil else {
      root.set(steps, to: .text(value))
      return
    }
    root.set(steps, to: .number(number))
    if !letter.isEmpty { root.set(steps.dropLast() + ["suffix"], to: .text(letter)) }
  }

  /// `31/01/1990`, `01/1990` and `1990` as the format writes them; anything else as it is.
  static func iso(_ typed: String) -> String {
    let parts = typed.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard (1...3).contains(parts.count), parts.allSatisfy({ Int($0) != nil }) else { return typed }
    return parts.reversed().map { padded(Int($0) ?? 0, to: 2) }.joined(separator: "-")
  }
}

/// JSON that is put together from paths.
private indirect enum JSONNode {
  case object([(key: String, value: JSONNode)])
  case list([JSONNode])
  case text(String)
  case number(Int)

  init() { self = .object([]) }

  mutating func set(_ steps: [String], to leaf: JSONNode) {
    guard let step = steps.first else {
      self = leaf
      return
    }
    let rest = Array(steps.dropFirst())
    if let row = Int(step) {
      var rows: [JSONNode] = []
      if case .list(let there) = self { rows = there }
      while rows.count <= row { rows.append(JSONNode()) }
      rows[row].set(rest, to: leaf)
      self = .list(rows)
      return
    }
    var members: [(key: String, value: JSONNode)] = []
    if case .object(let there) = self { members = there }
    if let place = members.firstIndex(where: { $0.key == step }) {
      members[place].value.set(rest, to: leaf)
    } else {
      var child = JSONNode()
      child.set(rest, to: leaf)
      members.append((step, child))
    }
    self = .object(members)
  }

  func write(into json: inout JSONWriter) {
    switch self {
    case .object(let members):
      json.object { json in
        for member in members { json.key(member.key) { member.value.write(into: &$0) } }
      }
    case .list(let elements): json.elements(elements) { $0.write(into: &$1) }
    case .text(let text): json.string(text)
    case .number(let number): json.integer(number)
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    var slice = self[...]
    while slice.first?.isWhitespace == true { slice.removeFirst() }
    while slice.last?.isWhitespace == true { slice.removeLast() }
    return String(slice)
  }
}
