import Law
import Vocabulary

/// The explanation in Vietnamese. Its sentences follow the order of the reckoning.
struct VietnameseExplanation {
  private let explained: ExplainedCase
  private(set) var text = ""

  init(_ explained: ExplainedCase) {
    self.explained = explained
    text.reserveCapacity(700)
    opening()
    body()
    closing()
  }

  private var conviction: Conviction { explained.conviction }

  private mutating func opening() {
    text += "Bản án tuyên ngày "
    text += conviction.judgmentOn.vietnamese
    if explained.conclusion.ground == .notEffective {
      text += ", đến ngày \(explained.day.vietnamese) chưa có hiệu lực pháp luật (có hiệu lực ngày "
      text += conviction.effectiveOn.vietnamese
      text += "). Kết luận: vào ngày đó người này chưa bị coi là bị kết án theo bản án này."
      return
    }
    text += ", có hiệu lực pháp luật ngày "
    text += conviction.effectiveOn.vietnamese
    text += ". "
  }

  private mutating func closing() {
    text += " Căn cứ: "
    text += explained.conclusion.provisions.names.joined(separator: "; ")
    text += "."
  }

  private mutating func body() {
    switch explained.conclusion.ground {
    case .notEffective: break
    case .annulled(let day):
      text +=
        "Bản án đã bị hủy ngày \(day.vietnamese). Kết luận: bản án không còn là căn cứ để coi "
      text += "người này bị kết án."
    case .amnestied(let day):
      text +=
        "Người bị kết án được đại xá ngày \(day.vietnamese). Kết luận: từ ngày đó không có án "
      text += "tích theo bản án này."
    case .expungedByCourt(let day):
      text +=
        "Tòa án đã quyết định hoặc chứng nhận xóa án tích ngày \(day.vietnamese). Kết luận: đã "
      text += "được xóa án tích; từ ngày đó coi như chưa bị kết án."
    case .exempt:
      text += "Người bị kết án được miễn hình phạt. Kết luận: không bị coi là có án tích."
    case .juvenileMeasure:
      text += "Người bị kết án bị áp dụng biện pháp tư pháp giáo dục tại trường giáo "
      text += "dưỡng. Kết luận: không bị coi là có án tích."
    case .offencesNotCounted:
      offences()
      text += "Kết luận: mọi tội của bản án đều thuộc trường hợp luật định, nên bản án này không "
      text += "bị coi là có án tích."
    case .offenceUnclear(let index):
      offences()
      text += "Chưa rõ loại tội phạm hoặc hình thức lỗi của tội theo "
      text += SentenceWords.place(of: conviction.offences[index], in: .vietnamese)
      text +=
        ", nên chưa xác định được bản án này có bị coi là có án tích hay không. Kết luận: cần "
      text += "xác minh tại Tòa án đã xét xử."
    case .agesMixed:
      offences()
      text += "Bản án có cả tội thực hiện khi chưa đủ 18 tuổi và tội thực hiện khi đã đủ 18 tuổi; "
      text += "luật không quy định rõ cách tính cho trường hợp này. Kết luận: cần cán bộ xác minh."
    case .expulsion:
      text +=
        "Hình phạt chính là trục xuất; luật không quy định thời hạn xóa án tích cho hình phạt "
      text += "này. Kết luận: cần cán bộ xác minh."
    case .reckoned(let reckoning):
      VietnameseReckoning.write(reckoning, of: explained, to: &text)
    }
  }

  /// Each offence with its class, its fault and the age at the act.
  private mutating func offences() {
    for offence in conviction.offences {
      text += "Tội theo "
      text += SentenceWords.place(of: offence, in: .vietnamese)
      text += " (\(SentenceWords.name(offence.gravity, in: .vietnamese)), "
      text += SentenceWords.name(offence.fault, in: .vietnamese)
      text += ") thực hiện ngày \(offence.committedOn.vietnamese), khi người đó "
      text += "\(explained.age(on: offence.committedOn)) tuổi. "
    }
  }
}
