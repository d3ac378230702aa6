extension TypedText {
  /// Looks at every character once; throws at the first that cannot stay.
  static func check(
    _ scalars: [Unicode.Scalar], alphabet: Alphabet
  ) throws(TypedTextRefusal) {
    var marks = 0
    var hasBase = false
    for (index, scalar) in scalars.enumerated() {
      if scalar.isFoldableSpace {
        (marks, hasBase) = (0, false)
        continue
      }
      if let why = scalar.unsafeness {
        throw .unsafe(why, codePoint: scalar.value, position: position(of: index, in: scalars))
      }
      if scalar.isMark {
        marks += 1
        guard hasBase, marks <= 2, alphabet == .anyScript || scalar.isLatinMark else {
          throw .strayMark(codePoint: scalar.value, position: position(of: index, in: scalars))
        }
        continue
      }
      marks = 0
      hasBase = scalar.isLetter
      try checkBase(scalar, at: index, in: scalars, alphabet: alphabet)
    }
  }

  private static func checkBase(
    _ scalar: Unicode.Scalar, at index: Int, in scalars: [Unicode.Scalar], alphabet: Alphabet
  ) throws(TypedTextRefusal) {
    guard scalar.isLetter else {
      guard alphabet == .anyScript || scalar.isPrintedSign else {
        throw .sign(codePoint: scalar.value, position: position(of: index, in: scalars))
      }
      return
    }
    let script = Script(of: scalar)
    if script != .latin, let other = otherScript(than: script, aroundLetterAt: index, in: scalars) {
      throw .mixedScripts(
        other, script, codePoint: scalar.value, position: position(of: index, in: scalars))
    }
    guard alphabet == .anyScript || script == .latin else {
      throw .foreignLetter(
        script, codePoint: scalar.value, position: position(of: index, in: scalars))
    }
  }

  /// Another script in the same word. Japanese writes kana and Chinese characters together.
  private static func otherScript(
    than script: Script, aroundLetterAt index: Int, in scalars: [Unicode.Scalar]
  ) -> Script? {
    func inWord(_ scalar: Unicode.Scalar) -> Bool { scalar.isLetter || scalar.isMark }
    var first = index
    while first > 0, inWord(scalars[first - 1]) { first -= 1 }
    var last = index
    while last + 1 < scalars.count, inWord(scalars[last + 1]) { last += 1 }
    for scalar in scalars[first...last] where scalar.isLetter {
      let found = Script(of: scalar)
      if found == script || [found, script].allSatisfy({ $0 == .han || $0 == .kana }) { continue }
      return found
    }
    return nil
  }

  /// The place of the character that holds a scalar, as a reader counts: from 1.
  static func position(of index: Int, in scalars: [Unicode.Scalar]) -> Int {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[...index])
    return String(view).count
  }
}

extension Unicode.Scalar {
  /// White space that becomes one plain space: tabs and line ends that come with pasted text, and
  /// the standard's space separators.
  var isFoldableSpace: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D, 0x20: true
    default: value > 0x7F && properties.generalCategory == .spaceSeparator
    }
  }

  var isLetter: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      true
    default: false
    }
  }

  var isMark: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }

  /// The block of combining marks that Latin letters take.
  var isLatinMark: Bool { (0x300...0x36F).contains(value) }

  /// Signs and digits that Vietnamese documents are printed with and our font can draw.
  var isPrintedSign: Bool {
    switch value {
    case 0x21...0x7E: true
    case 0xA1...0xBF, 0xD7, 0xF7: true
    case 0x2010...0x2027, 0x2030...0x203A, 0x20AB, 0x20AC, 0x2116: true
    default: false
    }
  }

  /// Why the character is refused in every text, or nil.
  var unsafeness: UnsafeCharacter? {
    switch value {
    case 0x20...0x7E: return nil
    case 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: return .bidiControl
    case 0xE0000...0xE007F: return .tag
    case 0xFFFC, 0xFFFD: return .replacement
    case 0x2800: return .invisible
    default: break
    }
    if properties.isDefaultIgnorableCodePoint, properties.generalCategory != .unassigned {
      return .invisible
    }
    switch properties.generalCategory {
    case .control: return .control
    case .format: return .invisible
    case .lineSeparator, .paragraphSeparator: return .lineSeparator
    case .privateUse: return .privateUse
    case .unassigned, .surrogate: return .unassigned
    default: return nil
    }
  }
}
