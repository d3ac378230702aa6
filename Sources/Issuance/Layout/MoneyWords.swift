package import Vocabulary

extension Dong {
  /// `hai trăm nghìn đồng`: an amount as receipts spell it beside its figures.
  package var inWords: String {
    let words = vietnameseWords(of: amount.magnitude) + " đồng"
    return amount < 0 ? "âm " + words : words
  }
}

/// A number in Vietnamese words, read in groups of three digits.
///
/// Interpretation: the standard northern reading, as in schoolbooks: `linh`, not `lẻ`; `bốn`,
/// never `tư`, because forms are read by machines and strangers; a group of three zeros is silent
/// (`một triệu không trăm linh năm`).
package func vietnameseWords(of number: UInt) -> String {
  guard number > 0 else { return "không" }
  return words(of: number, isFirst: true).joined(separator: " ")
}

private let digits = [
  "không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín",
]

/// Above a billion the words begin anew: `mười nghìn tỷ`.
private func words(of number: UInt, isFirst: Bool) -> [String] {
  let billion: UInt = 1_000_000_000
  var result: [String] = []
  if number >= billion {
    result += words(of: number / billion, isFirst: isFirst) + ["tỷ"]
  }
  var isFirst = isFirst && number < billion
  let below = number % billion
  let groups = [(below / 1_000_000, "triệu"), (below / 1000 % 1000, "nghìn"), (below % 1000, "")]
  for (group, name) in groups where group > 0 {
    result += words(ofGroup: Int(group), isFirst: isFirst)
    if !name.isEmpty { result.append(name) }
    isFirst = false
  }
  return result
}

/// 1 to 999. Only the first group of a number leaves out its hundreds.
private func words(ofGroup group: Int, isFirst: Bool) -> [String] {
  let (hundreds, tens, units) = (group / 100, group / 10 % 10, group % 10)
  var result: [String] = []
  let saysHundreds = hundreds > 0 || !isFirst
  if saysHundreds { result += [digits[hundreds], "trăm"] }
  switch tens {
  case 0: if units > 0, saysHundreds { result.append("linh") }
  case 1: result.append("mười")
  default: result += [digits[tens], "mươi"]
  }
  switch units {
  case 0: break
  case 1: result.append(tens > 1 ? "mốt" : "một")
  case 5: result.append(tens > 0 ? "lăm" : "năm")
  default: result.append(digits[units])
  }
  return result
}
