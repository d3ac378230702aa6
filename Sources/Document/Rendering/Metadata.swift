import Issuance
import Vocabulary

/// What the file says about itself, twice: in the information dictionary and in XMP, which must
/// agree (ISO 19005-1, 6.7.3).
struct Metadata {
  let title: String
  let subject: String
  let author: String
  let language: String
  let at: Instant

  static let program = "Lý Lịch"

  init(_ sheet: Sheet, at: Instant) {
    title = cleaned(sheet.title)
    subject = cleaned(sheet.subject)
    author = cleaned(sheet.author)
    language = sheet.language
    self.at = at
  }

  func information(_ out: inout [UInt8]) {
    out.append(ascii: "<< /Title ")
    out.append(textString: title)
    out.append(ascii: " /Subject ")
    out.append(textString: subject)
    out.append(ascii: " /Author ")
    out.append(textString: author)
    out.append(ascii: " /Creator ")
    out.append(textString: Metadata.program)
    out.append(ascii: " /Producer ")
    out.append(textString: Metadata.program)
    out.append(text: " /CreationDate (\(day)) /ModDate (\(day)) >>")
  }

  /// `D:20261121074000+07'00'`.
  private var day: String { "D:\(at.compactVietnamese)+07'00'" }

  /// `2026-11-21T07:40:00+07:00`.
  private var isoDay: String {
    let clock = at.wallClock
    let time = [clock.hour, clock.minute, clock.second].map { padded($0, to: 2) }
    return "\(at.civilDate.iso)T\(time.joined(separator: ":"))+07:00"
  }

  /// An XMP packet, as ISO 19005-1, 6.7 wants it.
  func packet() -> [UInt8] {
    Array(
      """
      <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
      <x:xmpmeta xmlns:x="adobe:ns:meta/">
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <dc:format>application/pdf</dc:format>
      <dc:title><rdf:Alt><rdf:li xml:lang="x-default">\
      \(escaped(title))</rdf:li></rdf:Alt></dc:title>
      <dc:description><rdf:Alt><rdf:li xml:lang="x-default">\
      \(escaped(subject))</rdf:li></rdf:Alt></dc:description>
      <dc:creator><rdf:Seq><rdf:li>\(escaped(author))</rdf:li></rdf:Seq></dc:creator>
      <dc:language><rdf:Bag><rdf:li>\(escaped(language))</rdf:li></rdf:Bag></dc:language>
      </rdf:Description>
      <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
      <xmp:CreatorTool>\(Metadata.program)</xmp:CreatorTool>
      <xmp:CreateDate>\(isoDay)</xmp:CreateDate>
      <xmp:ModifyDate>\(isoDay)</xmp:ModifyDate>
      </rdf:Description>
      <rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
      <pdf:Producer>\(Metadata.program)</pdf:Producer>
      </rdf:Description>
      <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
      <pdfaid:part>1</pdfaid:part>
      <pdfaid:conformance>B</pdfaid:conformance>
      </rdf:Description>
      </rdf:RDF>
      </x:xmpmeta>
      <?xpacket end="w"?>
      """.utf8)
  }
}

/// In NFC on one line: XML has no place for control characters.
private func cleaned(_ text: String) -> String {
  String(text.inNFC.map { $0.unicodeScalars.allSatisfy { $0.value >= 0x20 } ? $0 : " " })
}

private func escaped(_ text: String) -> String {
  var result = ""
  for character in text {
    switch character {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    default: result.append(character)
    }
  }
  return result
}
