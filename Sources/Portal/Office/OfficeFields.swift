/// What the forms of the office call their fields, by the name that is posted; those of judgments
/// and facts stand under `record`.
enum OfficeFields {
  static let keys = [
    "words": "refuse.words", "reason": "decide.reason", "asked": "askSupplement.words",
    "reference": "answer.reference", "details": "answer.details", "note": "answer.details",
    "answer": "dispute.answer",
    "answeredOn": "answer.answeredOn", "value": "factAnswer.value", "grounds": "record.grounds",
    "newDay": "apology.day", "apology": "apology.why", "letterOn": "bodies.letterOn",
    "letterNumber": "bodies.letterNumber", "counted": "till.countedNow", "day": "money.day",
    "from": "officers.from", "until": "officers.until", "name": "account.name",
    "title": "account.position", "vietnamese": "notices.vietnamese", "english": "notices.english",
    "fromDay": "notices.fromDay", "fromTime": "notices.fromTime", "untilDay": "notices.untilDay",
    "untilTime": "notices.untilTime",
  ]
}
