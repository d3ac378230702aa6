/// How many rows the officer's form shows of each list: as many as were posted, and one more where
/// it was asked for.
package struct DocumentRows: Equatable, Sendable {
  private var counts: [List: Int] = [:]

  /// The lists of the format that have rows of their own.
  package enum List: String, Sendable, CaseIterable {
    case offences, supplementary, obligations, judgments, executed

    fileprivate var first: Int {
      switch self {
      case .offences, .supplementary, .judgments: 1
      case .obligations, .executed: 2
      }
    }

    /// As many as the format takes.
    fileprivate var most: Int {
      switch self {
      case .offences, .judgments, .executed: 30
      case .supplementary: 10
      case .obligations: 20
      }
    }
  }

  /// - Parameter names: of the fields that were posted, empty ones too.
  package init(posted names: some Sequence<String> = []) {
    for name in names {
      let steps = name.split(whereSeparator: { $0 == "[" || $0 == "]" })
      guard steps.count > 1, let list = List(rawValue: String(steps[0])),
        let row = Int(steps[1]), (0..<list.most).contains(row)
      else { continue }
      counts[list] = max(counts[list] ?? 0, row + 1)
    }
  }

  package subscript(list: List) -> Int { counts[list] ?? list.first }

  package func canGrow(_ list: List) -> Bool { self[list] < list.most }

  package mutating func add(to list: List) {
    if canGrow(list) { counts[list] = self[list] + 1 }
  }
}
