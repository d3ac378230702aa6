import Testing

@testable import Portal

@Suite("Templates")
struct TemplateTests {
  private struct Part: MustacheParent {
    let parts: [String: Any]

    func child(named name: String) -> Any? { parts[name] }
  }

  private static func filled(
    _ page: String, _ parts: [String: Any], _ others: [String: String] = [:]
  ) throws -> String {
    var files: [String: [TemplateNode]] = [:]
    for (name, text) in others { files[name] = try TemplateReader.nodes(of: text) }
    files["page"] = try TemplateReader.nodes(of: page)
    let template = try Template(named: "page", in: files)
    return String(decoding: template.filled(with: Part(parts: parts)), as: UTF8.self)
  }

  @Test func `a value is escaped, a missing one is nothing`() throws {
    let text = try Self.filled("<p>{{said}}{{missing}}</p>", ["said": "<b> & \"Đặng's\""])
    #expect(text == "<p>&lt;b&gt; &amp; &quot;Đặng&#39;s&quot;</p>")
  }

  @Test func `sections follow what they are asked of`() throws {
    let page = "{{#yes}}a{{/yes}}{{#no}}b{{/no}}{{^no}}c{{/no}}{{^list}}d{{/list}}"
    #expect(try Self.filled(page, ["yes": true, "no": false, "list": [String]()]) == "acd")
    #expect(try Self.filled("{{#list}}[{{.}}]{{/list}}", ["list": ["x", "y"]]) == "[x][y]")
    #expect(try Self.filled("{{#text}}{{text}}{{/text}}", ["text": "t"]) == "t")
  }

  @Test func `names are looked for outwards, and through their parts`() throws {
    let rows: [any MustacheParent] = [Part(parts: ["name": "in"]), Part(parts: [:])]
    let text = try Self.filled(
      "{{#rows}}{{name}}-{{house.name}} {{/rows}}",
      ["name": "out", "rows": rows, "house": Part(parts: ["name": "h"])])
    #expect(text == "in-h out-h ")
  }

  @Test func `a page fills the blocks of its base`() throws {
    let base = "<html>\n{{$main}}none{{/main}}\n</html>\n"
    let page = "{{<base}}{{$main}}\n{{>line}}\n{{/main}}{{/base}}\n"
    #expect(
      try Self.filled(page, ["a": "1"], ["base": base, "line": "<p>{{a}}</p>\n"])
        == "<html>\n<p>1</p>\n\n</html>\n")
  }

  @Test func `a mistake is named`() {
    #expect(throws: TemplateMistake.unclosedSection("a")) { try Self.filled("{{#a}}x", [:]) }
    #expect(throws: TemplateMistake.strayEnd("a")) { try Self.filled("x{{/a}}", [:]) }
    #expect(throws: TemplateMistake.unclosedTag) { try Self.filled("x{{a", [:]) }
    #expect(throws: TemplateMistake.missing("b")) { try Self.filled("{{>b}}", [:]) }
    #expect(throws: TemplateMistake.endless("page")) { try Self.filled("{{>page}}", [:]) }
  }
}
