/// What a template's file says, before partials and blocks are put in their places.
indirect enum TemplateNode {
  case text(Substring)
  case value(TemplatePath)
  case section(TemplatePath, [TemplateNode])
  case otherwise(TemplatePath, [TemplateNode])
  case partial(String)
  case base(String, blocks: [String: [TemplateNode]])
  case block(String, [TemplateNode])
}

/// `chrome.title` in its parts; empty for `.`, the value of the section itself.
typealias TemplatePath = [String]

/// Why a template cannot be read.
enum TemplateMistake: Error, Equatable {
  case unclosedTag
  case unclosedSection(String)
  case strayEnd(String)
  case missing(String)
  /// A partial or a base that stands in itself.
  case endless(String)
}

/// Reads the part of Mustache that our templates use: `{{value}}`, `{{#section}}`,
/// `{{^otherwise}}`, `{{>partial}}` and `{{<base}}{{$block}}…{{/block}}{{/base}}`.
///
/// A tag other than a value that stands alone on its line takes the line's end with it.
struct TemplateReader {
  private var rest: Substring
  private var isLineStart = true

  static func nodes(of text: String) throws(TemplateMistake) -> [TemplateNode] {
    var reader = TemplateReader(rest: text[...])
    return try reader.nodes(until: nil)
  }

  private init(rest: Substring) {
    self.rest = rest
  }

  /// Up to the tag that ends `section`, or to the end of the file.
  private mutating func nodes(until section: String?) throws(TemplateMistake) -> [TemplateNode] {
    var nodes: [TemplateNode] = []
    while true {
      let text = takeText()
      if !text.isEmpty { nodes.append(.text(text)) }
      guard !rest.isEmpty else { break }
      let (mark, name) = try takeTag()
      switch mark {
      case "/":
        guard name == section else { throw .strayEnd(name) }
        return nodes
      case "#": nodes.append(.section(path(name), try self.nodes(until: name)))
      case "^": nodes.append(.otherwise(path(name), try self.nodes(until: name)))
      case "$": nodes.append(.block(name, try self.nodes(until: name)))
      case "<":
        nodes.append(.base(name, blocks: blocks(in: try self.nodes(until: name))))
        // A page ends where its base does.
        if rest.first?.isNewline == true { rest.removeFirst() }
      case ">": nodes.append(.partial(name))
      default: nodes.append(.value(path(name)))
      }
    }
    if let section { throw .unclosedSection(section) }
    return nodes
  }

  private mutating func takeText() -> Substring {
    var end = rest.startIndex
    while end < rest.endIndex, !rest[end...].hasPrefix("{{") { rest.formIndex(after: &end) }
    let text = rest[..<end]
    if let last = text.last { isLineStart = last.isNewline }
    rest = rest[end...]
    return text
  }

  private mutating func takeTag() throws(TemplateMistake) -> (mark: Character?, name: String) {
    var inside = rest.dropFirst(2)
    guard let close = inside.indices.first(where: { inside[$0...].hasPrefix("}}") }) else {
      throw .unclosedTag
    }
    rest = inside[inside.index(close, offsetBy: 2)...]
    inside = inside[..<close]
    guard let mark = inside.first, "#^/$<>".contains(mark) else {
      isLineStart = false
      return (nil, String(inside))
    }
    if isLineStart, rest.first?.isNewline == true {
      rest.removeFirst()
    } else if mark != "<" {
      // Of a base nothing is left in its place: what follows it still begins the line.
      isLineStart = false
    }
    return (mark, String(inside.dropFirst()))
  }

  private func path(_ name: String) -> TemplatePath {
    name.split(separator: ".").map(String.init)
  }

  /// What stands between the blocks of a base has no place to go.
  private func blocks(in nodes: [TemplateNode]) -> [String: [TemplateNode]] {
    var blocks: [String: [TemplateNode]] = [:]
    for case .block(let name, let content) in nodes { blocks[name] = content }
    return blocks
  }
}
