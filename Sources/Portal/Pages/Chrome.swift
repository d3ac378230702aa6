import Vocabulary

/// What surrounds every page: the head, the header and the footer.
struct Chrome: Sendable {
  let language: String
  let title: String
  /// The same page in the other language.
  let otherLanguage: Link
  let otherLanguageCode: String
  let styleAddress: String
  let scriptAddress: String
  let iconAddress: String
  /// The icon that a phone puts on its first screen.
  let touchIconAddress: String
  let isDemo: Bool
  /// What is announced at this moment, in the reader's language.
  let notices: [String]
  let agencyName: String
  let ruleSetName: String
  let formToken: String
  let isCitizen: Bool
  let isOfficer: Bool
  /// The doors that this officer may open.
  let doors: [Link]
  let isStranger: Bool
}

/// An address with the words that lead there.
struct Link: Sendable {
  let href: String
  let text: String
}

/// A label and what stands beside it, in a summary list.
struct SummaryRow: Sendable {
  let label: String
  let value: String
  var note: String?
}

/// A state in a word, with the tone that colours it.
struct Tag: Sendable {
  let text: String
  let tone: String

  enum Tone: String {
    case calm, good, attention, bad, quiet
  }

  init(_ text: String, _ tone: Tone) {
    self.text = text
    self.tone = tone.rawValue
  }
}

/// A panel that says something the reader should not miss.
struct Notice: Sendable {
  let tone: String
  let title: String
  let text: String

  init(_ tone: Tag.Tone, title: String, text: String = "") {
    self.tone = tone.rawValue
    self.title = title
    self.text = text
  }
}

extension Chrome: MustacheParent {
  func child(named field: String) -> Any? {
    switch field {
    case "language": language
    case "title": title
    case "otherLanguage": otherLanguage
    case "otherLanguageCode": otherLanguageCode
    case "styleAddress": styleAddress
    case "scriptAddress": scriptAddress
    case "iconAddress": iconAddress
    case "touchIconAddress": touchIconAddress
    case "isDemo": isDemo
    case "notices": notices
    case "agencyName": agencyName
    case "ruleSetName": ruleSetName
    case "formToken": formToken
    case "isCitizen": isCitizen
    case "isOfficer": isOfficer
    case "doors": doors
    case "isStranger": isStranger
    default: nil
    }
  }
}

extension Link: MustacheParent {
  func child(named field: String) -> Any? {
    switch field {
    case "href": href
    case "text": text
    default: nil
    }
  }
}

extension SummaryRow: MustacheParent {
  func child(named field: String) -> Any? {
    switch field {
    case "label": label
    case "value": value
    case "note": note
    default: nil
    }
  }
}

extension Tag: MustacheParent {
  func child(named field: String) -> Any? {
    switch field {
    case "text": text
    case "tone": tone
    default: nil
    }
  }
}

extension Notice: MustacheParent {
  func child(named field: String) -> Any? {
    switch field {
    case "tone": tone
    case "title": title
    case "text": text
    default: nil
    }
  }
}
