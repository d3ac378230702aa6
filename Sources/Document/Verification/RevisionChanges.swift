/// What a revision changed. After a signature only one thing may be added: another invisible
/// signature. Everything else (a page, a font, a visible field, a replaced object, an object
/// nobody refers to) is what shadow attacks are made of, and is refused.
struct RevisionChanges {
  private var known: [Int: Int?] = [:]

  /// The lowest object of the revision that may not be there; 0 for the trailer; nil if all may.
  mutating func firstForbidden(
    in revision: Int, of file: inout PDFRevisions
  ) throws(PDFUnreadable) -> Int? {
    if let answer = known[revision] { return answer }
    let answer = try Self.forbidden(in: revision, of: &file)
    known[revision] = .some(answer)
    return answer
  }

  private static func forbidden(
    in revision: Int, of file: inout PDFRevisions
  ) throws(PDFUnreadable) -> Int? {
    let now = file.revisions[revision].trailer
    let before = file.revisions[revision - 1].trailer
    for key in ["Root", "Info", "ID"] where now[key] != before[key] { return 0 }
    let added = try AddedSignatures(in: revision, of: &file)
    for (number, place) in file.revisions[revision].places.sorted(by: { $0.key < $1.key }) {
      guard place.isUsed else {
        // Every table may repeat the head of the list of free objects.
        if number == 0 { continue }
        return number
      }
      guard let object = try file.object(number, asOf: revision) else { return number }
      let old = try file.object(number, asOf: revision - 1)
      guard added.allows(object, insteadOf: old) else { return number }
    }
    return nil
  }
}

/// The signature fields that a revision added, and with them the only changes that it may make.
struct AddedSignatures {
  private let root: Int
  /// The form's object, if it is one of its own.
  private let form: Int?
  private var fields: Set<Int> = []
  private var containers: Set<Int> = []
  private var appearances: Set<Int> = []

  init(in revision: Int, of file: inout PDFRevisions) throws(PDFUnreadable) {
    let reference = file.revisions[revision].trailer["Root"]
    let (root, catalog) = try file.required(reference, asOf: revision)
    self.root = root
    guard case .reference(let form, _) = catalog["AcroForm"] else {
      self.form = nil
      return
    }
    self.form = form
    let now = try Self.fields(of: form, in: revision, &file)
    let before = try Self.fields(of: form, in: revision - 1, &file)
    for case .reference(let number, _) in now.dropFirst(before.count) {
      guard let field = try file.object(number, asOf: revision)?.dictionary,
        case .reference(let container, _) = field["V"]
      else { continue }
      fields.insert(number)
      containers.insert(container)
      if let appearance = Self.appearance(of: field) { appearances.insert(appearance) }
    }
  }

  func allows(_ object: PDFObject, insteadOf old: PDFObject?) -> Bool {
    guard let new = object.dictionary else {
      return old == nil && appearances.contains(object.number) && isEmptyForm(object)
    }
    guard let old else {
      if fields.contains(object.number) { return isInvisible(new) }
      if containers.contains(object.number) { return new["Type"] == .name("Sig") }
      return object.number == form && Set(new.values.keys).isSubset(of: ["Fields", "SigFlags"])
    }
    guard let previous = old.dictionary, old.generation == object.generation else { return false }
    if object.number == root {
      return new.differs(from: previous, onlyIn: "AcroForm") && previous["AcroForm"] == nil
        || new == previous
    }
    if object.number == form {
      return new.differs(from: previous, onlyIn: "Fields")
        && appended(previous["Fields"], new["Fields"])
    }
    return previous["Type"] == .name("Page") && new.differs(from: previous, onlyIn: "Annots")
      && appended(previous["Annots"] ?? .array([]), new["Annots"])
  }

  /// A field without a place on the page and with an empty appearance or none.
  private func isInvisible(_ field: PDFDictionary) -> Bool {
    let allowed: Set = ["Type", "Subtype", "FT", "T", "V", "P", "Rect", "F", "AP"]
    if field["AP"] != nil {
      guard let appearance = Self.appearance(of: field), appearances.contains(appearance) else {
        return false
      }
    }
    return Set(field.values.keys).isSubset(of: allowed) && field["FT"] == .name("Sig")
      && field["Subtype"] == .name("Widget")
      && field["Rect"] == Self.nowhere
  }

  /// A drawing of no size and no content.
  private func isEmptyForm(_ object: PDFObject) -> Bool {
    guard object.isStream, case .dictionary(let form) = object.value else { return false }
    return Set(form.values.keys).isSubset(of: ["Type", "Subtype", "BBox", "Length"])
      && form["Subtype"] == .name("Form") && form["BBox"] == Self.nowhere
      && form["Length"] == .integer(0)
  }

  private static let nowhere = PDFValue.array([PDFValue](repeating: .integer(0), count: 4))

  /// The one appearance that a field may name: `/AP << /N … >>`.
  private static func appearance(of field: PDFDictionary) -> Int? {
    guard case .dictionary(let drawings) = field["AP"], drawings.entries.count == 1,
      case .reference(let number, _) = drawings["N"]
    else { return nil }
    return number
  }

  /// Whether `new` is `old` and then nothing but the added fields.
  private func appended(_ old: PDFValue?, _ new: PDFValue?) -> Bool {
    guard case .array(let old) = old, case .array(let new) = new, new.starts(with: old) else {
      return false
    }
    return new.dropFirst(old.count).allSatisfy {
      guard case .reference(let number, _) = $0 else { return false }
      return fields.contains(number)
    }
  }

  private static func fields(
    of form: Int, in revision: Int, _ file: inout PDFRevisions
  ) throws(PDFUnreadable) -> [PDFValue] {
    guard case .array(let fields) = try file.object(form, asOf: revision)?.dictionary?["Fields"]
    else { return [] }
    return fields
  }
}

extension PDFDictionary {
  /// Whether all entries but one are the same.
  func differs(from other: PDFDictionary, onlyIn key: String) -> Bool {
    var mine = values
    var theirs = other.values
    mine[key] = nil
    theirs[key] = nil
    return mine == theirs
  }
}
