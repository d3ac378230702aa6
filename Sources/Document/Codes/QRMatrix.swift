import CQREncode
package import Issuance
package import Vocabulary

/// A QR code as modules, without its quiet zone.
package struct QRMatrix: Equatable, Sendable {
  /// Modules along a side: 21 to 177.
  package let size: Int
  /// Row by row from the top; true is dark.
  package let dark: [Bool]

  package subscript(row row: Int, column column: Int) -> Bool { dark[row * size + column] }

  /// 1 to 40.
  package var version: Int { (size - 17) / 4 }

  /// How much of a code may be lost before it cannot be read.
  package enum Correction: Sendable {
    /// 7 %.
    case low
    /// 15 %.
    case medium
    /// 25 %.
    case quartile
    /// 30 %.
    case high
  }

  /// The smallest code that holds the text. Upper-case letters, digits and `$%*+-./:` take five
  /// and a half bits each; the library changes modes where that is shorter.
  ///
  /// - Throws: `Fault` if the text is empty, holds a NUL or is too long for the largest code.
  package static func encode(
    _ text: String, level: Correction = .medium
  ) throws(Fault) -> QRMatrix {
    guard !text.isEmpty, !text.utf8.contains(0) else {
      throw Fault("drawing a QR code", cause: "there is no text, or a NUL in it")
    }
    let code = text.withCString { QRcode_encodeString($0, 0, level.library, QR_MODE_8, 1) }
    guard let code else {
      throw Fault(
        "drawing a QR code", cause: "\(text.utf8.count) bytes do not fit into one code")
    }
    defer { QRcode_free(code) }
    let size = Int(code.pointee.width)
    // The lowest bit of a module is its colour; the others say what it is for.
    let dark = (0..<size * size).map { code.pointee.data[$0] & 1 == 1 }
    return QRMatrix(size: size, dark: dark)
  }
}

extension QRMatrix.Correction {
  fileprivate var library: QRecLevel {
    switch self {
    case .low: QR_ECLEVEL_L
    case .medium: QR_ECLEVEL_M
    case .quartile: QR_ECLEVEL_Q
    case .high: QR_ECLEVEL_H
    }
  }
}

extension QRMatrix {
  /// The same code as a sheet carries it.
  package var modules: QRModules { QRModules(size: size, dark: dark) }
}
