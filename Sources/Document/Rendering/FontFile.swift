import CHarfBuzz
import Issuance
import Vocabulary

/// One face of the font, as HarfBuzz reads it.
///
/// `@unchecked Sendable`: the blob, the face and the font are made immutable before anybody else
/// sees them, and HarfBuzz lets any number of threads read immutable objects.
final class FontFile: @unchecked Sendable {
  let face: TextRun.Face
  let unitsPerEm: Int
  /// Of the whole face, in font units.
  let metrics: FontMetrics
  private let handle: OpaquePointer
  private let font: OpaquePointer

  /// - Throws: `Fault` naming the file and the Debian package if there is no such font.
  init(_ face: TextRun.Face, in folder: String) throws(Fault) {
    let path = "\(folder)/\(face.fileName)"
    guard let blob = hb_blob_create_from_file_or_fail(path) else {
      throw Fault(
        "opening the font \(path)",
        cause: "there is no such file; install Debian's package fonts-croscore")
    }
    defer { hb_blob_destroy(blob) }
    hb_blob_make_immutable(blob)
    guard let handle = hb_face_create(blob, 0), hb_face_get_glyph_count(handle) > 1 else {
      throw Fault(
        "reading the font \(path)",
        cause: "it is no TrueType font; reinstall Debian's package fonts-croscore")
    }
    hb_face_make_immutable(handle)
    guard let font = hb_font_create(handle) else {
      hb_face_destroy(handle)
      throw Fault("reading the font \(path)", cause: "out of memory", retry: .later)
    }
    hb_font_make_immutable(font)
    self.face = face
    self.handle = handle
    self.font = font
    unitsPerEm = Int(hb_face_get_upem(handle))
    metrics = FontMetrics(of: handle)
  }

  deinit {
    hb_font_destroy(font)
    hb_face_destroy(handle)
  }

  /// The glyph that the font gives a code point by itself; nil if it has none.
  func glyph(of codePoint: UInt32) -> UInt32? {
    var glyph: hb_codepoint_t = 0
    guard hb_font_get_nominal_glyph(font, codePoint, &glyph) != 0, glyph != 0 else { return nil }
    return glyph
  }

  /// Every code point that the font knows, in ascending order.
  func codePoints() -> [UInt32] {
    guard let set = hb_set_create() else { return [] }
    defer { hb_set_destroy(set) }
    hb_face_collect_unicodes(handle, set)
    var found: [UInt32] = []
    var next = hb_codepoint_t.max
    while hb_set_next(set, &next) != 0 { found.append(next) }
    return found
  }

  var glyphCount: Int { Int(hb_face_get_glyph_count(handle)) }

  /// In font units.
  func advance(of glyph: UInt32) -> Int32 { hb_font_get_glyph_h_advance(font, glyph) }

  fileprivate func shape(_ buffer: OpaquePointer) {
    hb_shape(font, buffer, FontFile.features, UInt32(FontFile.features.count))
  }

  /// Kerning and marks, but no ligatures: `fi` stays two letters for whoever copies the text.
  private static let features: [hb_feature_t] = ["liga", "clig"].map { name in
    var feature = hb_feature_t()
    hb_feature_from_string(name, -1, &feature)
    feature.value = 0
    return feature
  }

  /// The face with nothing but these glyphs (and `.notdef`), for embedding in a PDF: outlines
  /// without hints, numbered anew from 0. Text is shaped with the whole face, so the subset needs
  /// no tables for that.
  func subset(_ glyphs: [UInt32]) throws(Fault) -> FontSubset {
    let doing = "taking \(glyphs.count) letters out of \(face.fileName)"
    guard let input = hb_subset_input_create_or_fail() else {
      throw Fault(doing, cause: "out of memory", retry: .later)
    }
    defer { hb_subset_input_destroy(input) }
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING.rawValue)
    let wanted = hb_subset_input_glyph_set(input)
    for glyph in glyphs { hb_set_add(wanted, glyph) }
    let dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG)
    for name in FontFile.tablesLeftOut { hb_set_add(dropped, hb_tag_from_string(name, -1)) }
    guard let plan = hb_subset_plan_create_or_fail(handle, input) else {
      throw Fault(doing, cause: "HarfBuzz cannot plan it")
    }
    defer { hb_subset_plan_destroy(plan) }
    guard let small = hb_subset_plan_execute_or_fail(plan) else {
      throw Fault(doing, cause: "HarfBuzz cannot do it")
    }
    defer { hb_face_destroy(small) }
    guard let blob = hb_face_reference_blob(small) else {
      throw Fault(doing, cause: "HarfBuzz wrote nothing")
    }
    defer { hb_blob_destroy(blob) }
    let mapping = hb_subset_plan_old_to_new_glyph_mapping(plan)
    var length: UInt32 = 0
    let bytes = hb_blob_get_data(blob, &length)
    let data = UnsafeRawBufferPointer(start: bytes, count: Int(length))
    return FontSubset(
      bytes: Array(data), glyphCount: Int(hb_face_get_glyph_count(small)),
      newGlyph: Dictionary(
        glyphs.map { ($0, UInt16(truncatingIfNeeded: hb_map_get(mapping, $0))) },
        uniquingKeysWith: { first, _ in first }))
  }

  private static let tablesLeftOut = [
    "GSUB", "GPOS", "GDEF", "cmap", "name", "post", "OS/2", "kern", "DSIG", "gasp", "VDMX",
    "hdmx", "LTSH", "PCLT", "FFTM",
  ]
}

/// A font program cut down for embedding.
struct FontSubset {
  let bytes: [UInt8]
  let glyphCount: Int
  /// From the whole face's glyph numbers to the subset's.
  let newGlyph: [UInt32: UInt16]
}

/// What a PDF says about a font beside its outlines, in font units.
struct FontMetrics {
  let ascent: Int
  let descent: Int
  let capHeight: Int
  let box: (Int, Int, Int, Int)
  let italicAngle: Double

  fileprivate init(of face: OpaquePointer) {
    let head = FontMetrics.table("head", of: face)
    let horizontal = FontMetrics.table("hhea", of: face)
    let post = FontMetrics.table("post", of: face)
    let windows = FontMetrics.table("OS/2", of: face)
    ascent = horizontal.signed(at: 4)
    descent = horizontal.signed(at: 6)
    capHeight = windows.signed(at: 88)
    box = (head.signed(at: 36), head.signed(at: 38), head.signed(at: 40), head.signed(at: 42))
    italicAngle = Double(post.signed(at: 4)) + Double(post.signed(at: 6) & 0xFFFF) / 65_536
  }

  private static func table(_ name: String, of face: OpaquePointer) -> [UInt8] {
    let blob = hb_face_reference_table(face, hb_tag_from_string(name, -1))
    defer { hb_blob_destroy(blob) }
    var length: UInt32 = 0
    let bytes = hb_blob_get_data(blob, &length)
    return Array(UnsafeRawBufferPointer(start: bytes, count: Int(length)))
  }
}

extension [UInt8] {
  /// A big-endian 16-bit number of a font table; 0 past its end, as for an absent field.
  fileprivate func signed(at offset: Int) -> Int {
    guard offset + 1 < count else { return 0 }
    return Int(Int16(bitPattern: UInt16(self[offset]) << 8 | UInt16(self[offset + 1])))
  }
}

/// A glyph of shaped text. Lengths are font units.
struct Glyph {
  /// Of the whole face.
  var number: UInt32
  var advance: Int32
  var right: Int32
  var up: Int32
  /// Index of the first scalar that it stands for.
  var cluster: UInt32
}

/// Turns text into glyphs. One rendering owns one; its buffer is used again and again.
struct Shaper: ~Copyable {
  private let buffer: OpaquePointer

  init() throws(Fault) {
    guard let buffer = hb_buffer_create(), hb_buffer_allocation_successful(buffer) != 0 else {
      throw Fault("setting text", cause: "out of memory", retry: .later)
    }
    self.buffer = buffer
  }

  deinit { hb_buffer_destroy(buffer) }

  /// The glyphs of `scalars`, in reading order.
  func glyphs(of scalars: [UInt32], in file: FontFile) -> [Glyph] {
    hb_buffer_clear_contents(buffer)
    hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS)
    hb_buffer_add_utf32(buffer, scalars, Int32(scalars.count), 0, Int32(scalars.count))
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR)
    hb_buffer_set_script(buffer, HB_SCRIPT_LATIN)
    // One language for all: otherwise HarfBuzz asks the process's locale.
    hb_buffer_set_language(buffer, Shaper.language)
    file.shape(buffer)
    var count: UInt32 = 0
    guard let infos = hb_buffer_get_glyph_infos(buffer, &count),
      let positions = hb_buffer_get_glyph_positions(buffer, &count)
    else { return [] }
    return (0..<Int(count)).map { index in
      let position = positions[index]
      return Glyph(
        number: infos[index].codepoint, advance: position.x_advance, right: position.x_offset,
        up: position.y_offset, cluster: infos[index].cluster)
    }
  }

  // HarfBuzz never frees a language; it is the same pointer for the life of the process.
  nonisolated(unsafe) private static let language = hb_language_from_string("vi", -1)
}

extension TextRun.Face {
  /// As the font file itself gives it.
  var postScriptName: String {
    switch self {
    case .regular: "Tinos"
    case .bold: "Tinos-Bold"
    case .italic: "Tinos-Italic"
    }
  }

  fileprivate var fileName: String {
    switch self {
    case .regular: "Tinos-Regular.ttf"
    case .bold: "Tinos-Bold.ttf"
    case .italic: "Tinos-Italic.ttf"
    }
  }
}
