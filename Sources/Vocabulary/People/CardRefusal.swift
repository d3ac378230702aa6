/// Why a scanned text is no citizen card's QR. Nothing of it is repeated; the way out is to type.
package enum CardRefusal: Error, Equatable, Sendable {
  case tooLong(limit: Int)
  case tooFewFields(Int)
  case nationalID(NationalID.Malformed)
  case oldNumber
  case name(PersonName.Malformed)
  case birthDate
  case sex
  case residence(TypedTextRefusal)
  /// Also where the address itself has a `|` and everything after it has moved.
  case issueDate
}
