/// What assistive technology reads: the document's parts in reading order (ISO 32000-1, 14.7).
struct StructureTree {
  enum Role {
    case document
    case heading
    case paragraph
    case division
    case table
    case row
    case columnHead
    case cell
    case figure(alternative: String)
  }

  enum Kid {
    case element(Int)
    case content(page: Int, mark: Int)
  }

  struct Element {
    let role: Role
    let parent: Int
    var kids: [Kid] = []
  }

  private(set) var elements = [Element(role: .document, parent: -1)]
  /// By page, by mark: whose content it is.
  private(set) var owners: [[Int]] = []

  static let root = 0

  mutating func newPage() { owners.append([]) }

  mutating func add(_ role: Role, in parent: Int = StructureTree.root) -> Int {
    elements.append(Element(role: role, parent: parent))
    elements[parent].kids.append(.element(elements.count - 1))
    return elements.count - 1
  }

  /// A new mark on the last page, for content of `element`.
  mutating func mark(_ element: Int) -> Int {
    let page = owners.count - 1
    let mark = owners[page].count
    owners[page].append(element)
    elements[element].kids.append(.content(page: page, mark: mark))
    return mark
  }
}

extension PDFWriter {
  /// Writes the tree; returns the number of its root.
  mutating func write(_ tree: StructureTree, pages: [Int]) -> Int {
    let root = newNumber()
    let first = newNumber()
    for _ in 1..<tree.elements.count { _ = newNumber() }
    let parents = newNumber()
    object(root) { out in
      out.append(ascii: "<< /Type /StructTreeRoot /K ")
      out.append(reference: first)
      out.append(ascii: " /ParentTree ")
      out.append(reference: parents)
      out.append(ascii: " /ParentTreeNextKey ")
      out.append(integer: pages.count)
      out.append(ascii: " >>")
    }
    for (index, element) in tree.elements.enumerated() {
      let parent = element.parent < 0 ? root : first + element.parent
      object(first + index) { element.write(parent: parent, first: first, pages, &$0) }
    }
    object(parents) { out in
      out.append(ascii: "<< /Nums [")
      for (page, owners) in tree.owners.enumerated() {
        out.append(integer: page)
        out.append(ascii: " [")
        for owner in owners {
          out.append(reference: first + owner)
          out.append(0x20)
        }
        out.append(ascii: "] ")
      }
      out.append(ascii: "] >>")
    }
    return root
  }
}

extension StructureTree.Element {
  /// As object `first` plus the element's index.
  fileprivate func write(
    parent: Int, first: Int, _ pages: [Int], _ out: inout [UInt8]
  ) {
    out.append(ascii: "<< /Type /StructElem /S ")
    out.append(ascii: role.name)
    out.append(ascii: " /P ")
    out.append(reference: parent)
    switch role {
    case .columnHead: out.append(ascii: " /A << /O /Table /Scope /Column >>")
    case .figure(let alternative):
      out.append(ascii: " /Alt ")
      out.append(textString: alternative)
    case .document, .heading, .paragraph, .division, .table, .row, .cell: break
    }
    var home: Int?
    for case .content(let page, _) in kids {
      home = page
      out.append(ascii: " /Pg ")
      out.append(reference: pages[page])
      break
    }
    out.append(ascii: " /K [")
    for kid in kids {
      switch kid {
      case .element(let index): out.append(reference: first + index)
      case .content(let page, let mark) where page == home: out.append(integer: mark)
      case .content(let page, let mark):
        out.append(ascii: "<< /Type /MCR /Pg ")
        out.append(reference: pages[page])
        out.append(ascii: " /MCID ")
        out.append(integer: mark)
        out.append(ascii: " >>")
      }
      out.append(0x20)
    }
    out.append(ascii: "] >>")
  }
}

extension StructureTree.Role {
  var name: StaticString {
    switch self {
    case .document: "/Document"
    case .heading: "/H1"
    case .paragraph: "/P"
    case .division: "/Div"
    case .table: "/Table"
    case .row: "/TR"
    case .columnHead: "/TH"
    case .cell: "/TD"
    case .figure: "/Figure"
    }
  }
}
