/// The squares of a QR code without its quiet zone, as somebody else computed them.
package struct QRModules: Equatable, Sendable {
  /// Squares along a side: 21 to 177.
  package let size: Int
  /// Row by row from the top; true is dark.
  package let dark: [Bool]

  package init(size: Int, dark: [Bool]) {
    precondition(dark.count == size * size, "a code is square")
    self.size = size
    self.dark = dark
  }

  package func isDark(row: Int, column: Int) -> Bool { dark[row * size + column] }
}
