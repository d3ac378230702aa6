import Foundation

/// One form of a page, with what a browser would send: enough of HTML for our own pages.
struct HTMLForm: Sendable {
  let action: String
  let method: String
  /// What would be sent, in the order of the page. Check boxes and radio buttons that are not
  /// chosen are left out; the first option of a select stands where none is chosen.
  var fields: [(name: String, value: String)]
  /// Names of submit buttons with their values.
  let buttons: [(name: String, value: String)]

  mutating func set(_ name: String, _ value: String) {
    if let index = fields.firstIndex(where: { $0.name == name }) {
      fields[index].value = value
    } else {
      fields.append((name, value))
    }
  }

  func has(_ name: String) -> Bool { fields.contains { $0.name == name } }

  subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

  /// Every form of a page.
  static func all(in html: String) -> [HTMLForm] {
    Scanner(html).forms()
  }
}

private struct Tag {
  let name: String
  let attributes: [String: String]
  /// The text up to the next tag.
  let text: String
}

private struct Scanner {
  private let tags: [Tag]

  init(_ html: String) {
    var tags: [Tag] = []
    for part in html.split(separator: "<", omittingEmptySubsequences: true).dropFirst() {
      guard let end = part.firstIndex(of: ">") else { continue }
      let inside = part[..<end]
      let name = inside.prefix { !$0.isWhitespace && $0 != ">" }.lowercased()
      let rest = inside.dropFirst(name.count)
      tags.append(
        Tag(
          name: name, attributes: attributes(of: String(rest)),
          text: unescaped(String(part[part.index(after: end)...]))))
    }
    self.tags = tags
  }

  func forms() -> [HTMLForm] {
    var forms: [HTMLForm] = []
    var open: [Tag]?
    for tag in tags {
      if tag.name == "form" { open = [tag] } else { open?.append(tag) }
      if tag.name == "/form", let inside = open {
        forms.append(form(of: inside))
        open = nil
      }
    }
    return forms
  }

  private func form(of tags: [Tag]) -> HTMLForm {
    var fields: [(name: String, value: String)] = []
    var buttons: [(name: String, value: String)] = []
    var select: (name: String, value: String?, isChosen: Bool)?
    for tag in tags {
      let name = tag.attributes["name"] ?? ""
      let value = tag.attributes["value"] ?? ""
      switch tag.name {
      case "input":
        let type = tag.attributes["type"] ?? "text"
        if type == "submit" || type == "button" {
          if !name.isEmpty { buttons.append((name, value)) }
        } else if type == "checkbox" || type == "radio" {
          if tag.attributes["checked"] != nil { fields.append((name, value)) }
        } else if !name.isEmpty, type != "file" {
          fields.append((name, value))
        }
      case "button":
        if !name.isEmpty { buttons.append((name, value)) }
      case "textarea":
        let text = tag.text.hasPrefix("\n") ? String(tag.text.dropFirst()) : tag.text
        fields.append((name, text))
      case "select":
        select = (name, nil, false)
      case "option":
        guard let current = select else { continue }
        let own = tag.attributes["value"] ?? tag.text
        let isSelected = tag.attributes["selected"] != nil
        if isSelected || (current.value == nil && !current.isChosen) {
          select = (current.name, own, isSelected || current.isChosen)
        }
      case "/select":
        if let current = select { fields.append((current.name, current.value ?? "")) }
        select = nil
      default:
        continue
      }
    }
    return HTMLForm(
      action: tags.first?.attributes["action"] ?? "",
      method: (tags.first?.attributes["method"] ?? "get").lowercased(), fields: fields,
      buttons: buttons)
  }
}

private func attributes(of text: String) -> [String: String] {
  var found: [String: String] = [:]
  var rest = text[...]
  while let start = rest.firstIndex(where: { !$0.isWhitespace && $0 != "/" }) {
    rest = rest[start...]
    let name = rest.prefix { !$0.isWhitespace && $0 != "=" && $0 != "/" }
    guard !name.isEmpty else { break }
    rest = rest.dropFirst(name.count)
    guard rest.first == "=" else {
      found[name.lowercased()] = ""
      continue
    }
    rest = rest.dropFirst()
    let value: Substring
    if let quote = rest.first, quote == "\"" || quote == "'" {
      rest = rest.dropFirst()
      value = rest.prefix { $0 != quote }
      rest = rest.dropFirst(value.count + 1)
    } else {
      value = rest.prefix { !$0.isWhitespace }
      rest = rest.dropFirst(value.count)
    }
    found[name.lowercased()] = unescaped(String(value))
  }
  return found
}

/// The entities that our templates write.
private func unescaped(_ text: String) -> String {
  guard text.contains("&") else { return text }
  return [
    ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#34;", "\""), ("&#39;", "'"),
    ("&#43;", "+"), ("&#61;", "="), ("&#x27;", "'"), ("&#x2F;", "/"), ("&amp;", "&"),
  ].reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
}
