/// An incremental update in the making (ISO 32000-1, 7.5.6): objects replaced or added after the
/// last byte of the file. What is replaced is spliced from the file's own text, so nothing but
/// the new entry differs.
struct PDFUpdate {
  private var file: PDFRevisions
  private var size: Int
  private var objects: [(number: Int, generation: Int, text: [UInt8])] = []

  init(of pdf: [UInt8]) throws(PDFUnreadable) {
    file = try PDFRevisions(pdf)
    guard case .integer(let size) = file.newest.trailer["Size"], size > 0, size < 8_388_607 else {
      throw .crossReferenceMalformed(offset: file.newest.table)
    }
    self.size = size
  }

  mutating func newObjectNumber() -> Int {
    size += 1
    return size - 1
  }

  mutating func add(_ number: Int, _ text: String) {
    objects.append((number, 0, Array(text.utf8)))
  }

  /// The first page of the page tree: an invisible field belongs to some page, and any will do.
  mutating func firstPage() throws(PDFUnreadable) -> PDFObject {
    let catalog = try file.required(file.newest.trailer["Root"])
    var next = catalog.dictionary["Pages"]
    for _ in 0..<PDFScanner.depthLimit {
      guard case .reference(let number, _) = next, let node = try file.object(number),
        let dictionary = node.dictionary
      else { throw .noPage }
      if dictionary["Type"] == .name("Page") { return node }
      guard case .array(let kids) = try file.resolved(dictionary["Kids"]) else { throw .noPage }
      next = kids.first
    }
    throw .noPage
  }

  /// Puts the field into the document's form, making the form if there is none.
  mutating func addField(_ field: Int, named name: String) throws(PDFUnreadable) {
    let (number, catalog) = try file.required(file.newest.trailer["Root"])
    guard let form = catalog["AcroForm"] else {
      let form = newObjectNumber()
      add(form, "<< /Fields [\(field) 0 R] /SigFlags 3 >>")
      try replace(number, inserting: " /AcroForm \(form) 0 R", into: catalog)
      return
    }
    guard case .reference(let formNumber, _) = form,
      let dictionary = try file.object(formNumber)?.dictionary,
      let entry = dictionary.entry("Fields"), case .array(let fields) = entry.value,
      dictionary["SigFlags"] == .integer(3)
    else { throw .formUnsupported }
    for known in fields {
      let title = try file.required(known).dictionary["T"]
      guard title != .string(Array(name.utf8)) else { throw .fieldExists(name) }
    }
    try replace(
      formNumber, inserting: " \(field) 0 R", at: entry.range.upperBound - 1, into: dictionary)
  }

  mutating func addAnnotation(_ widget: Int, to page: PDFObject) throws(PDFUnreadable) {
    guard let dictionary = page.dictionary else { throw .noPage }
    guard let entry = dictionary.entry("Annots") else {
      try replace(page.number, inserting: " /Annots [\(widget) 0 R]", into: dictionary)
      return
    }
    guard case .array = entry.value else { throw .formUnsupported }
    try replace(
      page.number, inserting: " \(widget) 0 R", at: entry.range.upperBound - 1, into: dictionary)
  }

  /// A new version of the object: its dictionary with `text` inserted, at its end by default.
  private mutating func replace(
    _ number: Int, inserting text: String, at place: Int? = nil, into dictionary: PDFDictionary
  ) throws(PDFUnreadable) {
    guard let object = try file.object(number) else { throw .objectMissing(number) }
    let range = dictionary.range
    let place = place ?? range.upperBound - 2
    var version = Array(file.bytes[range.lowerBound..<place])
    version += text.utf8
    version += file.bytes[place..<range.upperBound]
    objects.append((number, object.generation, version))
  }

  /// The file with the update, whose last object is the signature's container.
  func finished(with container: SignatureContainer, as number: Int) -> PreparedSignature {
    var out = file.bytes
    out.reserveCapacity(out.count + container.digits + 4096)
    if out.last != 0x0A { out.append(0x0A) }
    var places: [(number: Int, generation: Int, offset: Int)] = []
    for object in objects.sorted(by: { $0.number < $1.number }) {
      places.append((object.number, object.generation, out.count))
      out += "\(object.number) \(object.generation) obj\n".utf8
      out += object.text
      out += "\nendobj\n".utf8
    }
    places.append((number, 0, out.count))
    out += "\(number) 0 obj\n".utf8
    out += container.before.utf8
    let rangePlace = out.count
    out += [UInt8](repeating: 0x20, count: SignatureContainer.rangeWidth)
    out += "]\n/Contents ".utf8
    let contents = out.count..<out.count + container.digits + 2
    out.append(UInt8(ascii: "<"))
    out += [UInt8](repeating: UInt8(ascii: "0"), count: container.digits)
    out.append(UInt8(ascii: ">"))
    out += container.after.utf8
    out += "\nendobj\n".utf8
    appendTable(of: places.sorted { $0.number < $1.number }, to: &out)
    let range = "\(contents.lowerBound) \(contents.upperBound) \(out.count - contents.upperBound)"
    out.replaceSubrange(rangePlace..<rangePlace + range.utf8.count, with: range.utf8)
    return PreparedSignature(bytes: out, contents: contents)
  }

  private func appendTable(
    of places: [(number: Int, generation: Int, offset: Int)], to out: inout [UInt8]
  ) {
    let table = out.count
    out += "xref\n".utf8
    var index = 0
    while index < places.count {
      var end = index + 1
      while end < places.count, places[end].number == places[end - 1].number + 1 { end += 1 }
      out += "\(places[index].number) \(end - index)\n".utf8
      for place in places[index..<end] {
        out += "\(digits(place.offset, 10)) \(digits(place.generation, 5)) n \n".utf8
      }
      index = end
    }
    out += "trailer\n<< /Size \(size) /Prev \(file.newest.table)".utf8
    for key in ["Root", "Info", "ID"] {
      guard let entry = file.newest.trailer.entry(key) else { continue }
      out += " /\(key) ".utf8
      out += file.bytes[entry.range]
    }
    out += " >>\nstartxref\n\(table)\n%%EOF\n".utf8
  }
}

private func digits(_ number: Int, _ width: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
}
