/// A value whose parts a template can name. A part is a text, a number, a `Bool`, another parent,
/// or a list of texts or parents; nil where there is none, and then the one around is asked.
protocol MustacheParent {
  func child(named name: String) -> Any?
}

/// A compiled template: its partials and its base are in their places, so that only text, values
/// and sections are left. Every value is escaped; there is no tag that would not.
struct Template: Sendable {
  enum Step: Sendable {
    case text([UInt8])
    case value(TemplatePath)
    case section(TemplatePath, [Step])
    case otherwise(TemplatePath, [Step])
  }

  let steps: [Step]

  /// - Parameter files: what every file says, by its name.
  init(named name: String, in files: [String: [TemplateNode]]) throws(TemplateMistake) {
    self.steps = try Layout(files: files).steps(of: name, blocks: [:], inside: [])
  }

  /// The page with the parent's values in their places, as UTF-8.
  func filled(with parent: any MustacheParent) -> [UInt8] {
    var filling = Filling(parent)
    filling.take(steps)
    return filling.bytes
  }
}

/// Puts partials, bases and blocks in their places.
private struct Layout {
  let files: [String: [TemplateNode]]

  func steps(
    of name: String, blocks: [String: [TemplateNode]], inside names: [String]
  ) throws(TemplateMistake) -> [Template.Step] {
    guard let nodes = files[name] else { throw .missing(name) }
    guard !names.contains(name) else { throw .endless(name) }
    return try steps(of: nodes, blocks: blocks, inside: names + [name])
  }

  private func steps(
    of nodes: [TemplateNode], blocks: [String: [TemplateNode]], inside names: [String]
  ) throws(TemplateMistake) -> [Template.Step] {
    var steps: [Template.Step] = []
    for node in nodes {
      switch node {
      case .text(let text): join([.text(Array(text.utf8))], to: &steps)
      case .value(let path): steps.append(.value(path))
      case .section(let path, let content):
        steps.append(.section(path, try self.steps(of: content, blocks: blocks, inside: names)))
      case .otherwise(let path, let content):
        steps.append(.otherwise(path, try self.steps(of: content, blocks: blocks, inside: names)))
      case .partial(let name):
        join(try self.steps(of: name, blocks: blocks, inside: names), to: &steps)
      case .base(let name, let own):
        let filled = own.merging(blocks) { _, outer in outer }
        join(try self.steps(of: name, blocks: filled, inside: names), to: &steps)
      case .block(let name, let usual):
        join(
          try self.steps(of: blocks[name] ?? usual, blocks: blocks, inside: names), to: &steps)
      }
    }
    return steps
  }

  /// Two texts that meet become one.
  private func join(_ more: [Template.Step], to steps: inout [Template.Step]) {
    for step in more {
      if case .text(let next) = step, case .text(let before)? = steps.last {
        steps[steps.count - 1] = .text(before + next)
      } else {
        steps.append(step)
      }
    }
  }
}

/// One page on its way to the browser.
private struct Filling {
  private(set) var bytes: [UInt8] = []
  /// The page, and the parent of each section around this place.
  private var parents: [any MustacheParent]
  /// What `{{.}}` means.
  private var here: Any?
  /// The part through which the last long path went: most begin with the same name.
  private var last: (name: String, part: any MustacheParent)?

  init(_ parent: any MustacheParent) {
    self.parents = [parent]
    bytes.reserveCapacity(8 * 1024)
  }

  mutating func take(_ steps: [Template.Step]) {
    for step in steps {
      switch step {
      case .text(let text): bytes += text
      case .value(let path): if let value = value(at: path) { write(value) }
      case .section(let path, let content): section(value(at: path), content)
      case .otherwise(let path, let content): if isEmpty(value(at: path)) { take(content) }
      }
    }
  }

  private mutating func value(at path: TemplatePath) -> Any? {
    switch path.count {
    case 0: return here
    case 1: return child(named: path[0])
    default:
      guard var part = part(named: path[0]) else { return nil }
      for name in path[1..<(path.count - 1)] {
        guard let next = part.child(named: name) as? any MustacheParent else { return nil }
        part = next
      }
      return part.child(named: path[path.count - 1])
    }
  }

  private func child(named name: String) -> Any? {
    for parent in parents.reversed() {
      if let found = parent.child(named: name) { return found }
    }
    return nil
  }

  private mutating func part(named name: String) -> (any MustacheParent)? {
    if let last, last.name == name { return last.part }
    guard let part = child(named: name) as? any MustacheParent else { return nil }
    last = (name, part)
    return part
  }

  private mutating func section(_ value: Any?, _ content: [Template.Step]) {
    switch value {
    case nil: return
    case let isTrue as Bool: if isTrue { take(content) }
    case let text as String: take(content, at: text)
    case let parent as any MustacheParent: take(content, in: parent)
    case let parents as [any MustacheParent]: for parent in parents { take(content, in: parent) }
    case let texts as [String]: for text in texts { take(content, at: text) }
    case .some(let value): take(content, at: value)
    }
  }

  private mutating func take(_ content: [Template.Step], in parent: any MustacheParent) {
    parents.append(parent)
    last = nil
    take(content)
    parents.removeLast()
    last = nil
  }

  private mutating func take(_ content: [Template.Step], at value: Any) {
    let around = here
    here = value
    take(content)
    here = around
  }

  private func isEmpty(_ value: Any?) -> Bool {
    switch value {
    case nil: true
    case let isTrue as Bool: !isTrue
    case let list as [Any]: list.isEmpty
    case .some: false
    }
  }

  private mutating func write(_ value: Any) {
    var text = value as? String ?? String(describing: value)
    text.withUTF8 { escape($0) }
  }

  private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
    var written = 0
    for place in text.indices {
      guard let escaped = Filling.escaped(text[place]) else { continue }
      bytes += text[written..<place]
      bytes += escaped.utf8
      written = place + 1
    }
    bytes += text[written...]
  }

  private static func escaped(_ byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }
}
