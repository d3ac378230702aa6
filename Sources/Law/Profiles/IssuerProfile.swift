import Crypto
package import Vocabulary

/// One issuing agency: its names, codes, forms and habits, each as rows with dates.
package struct IssuerProfile: Equatable, Sendable {
  /// The name of its file: `stp-cantho-2023`.
  package let id: String
  package let agency: AgencyID
  /// How the profile is chosen and announced: `Sở Tư pháp thành phố Cần Thơ (năm 2023)`.
  package let title: Bilingual
  /// A profile of a past regime stops here: later days are handled by the law of this one. Nil for
  /// an agency that follows the law in force.
  package let lawUntil: CivilDate?
  /// The number of the latest rule change that its rows know.
  package let edition: Int
  let rows: ProfileFile
  let national: NationalLaw

  init(id: String, edition: Int, rows: ProfileFile, national: NationalLaw) {
    self.id = id
    self.agency = rows.agency
    self.title = rows.title
    self.lawUntil =
      switch rows.law {
      case .inForce: nil
      case .until(let day): day
      }
    self.edition = edition
    self.rows = rows
    self.national = national
  }

  /// What it is in the sense of Article 44: the agency of one province, named by a map.
  package func competence(on map: PlaceMap) -> CompetentAgency {
    .province(PlaceKey(map, rows.province))
  }

  /// The day whose law applies.
  package func legalDay(on day: CivilDate) -> CivilDate {
    guard let lawUntil else { return day }
    return min(day, lawUntil)
  }

  /// The days on which one of its rows begins, from the first day that has a complete rule set.
  package var turningDays: [CivilDate] {
    let own = rows.starts + national.starts
    let first = max(rows.names.map(\.period.from).min() ?? Regime.law2009, national.firstDay)
    let last = lawUntil ?? CivilDate(9999, 12, 31)
    return Set(own + [first]).filter { first <= $0 && $0 <= last }.sorted()
  }

  /// The rules of a day. A fault says which row is missing.
  package func rules(on day: CivilDate) throws(Fault) -> RuleSet {
    let legalDay = legalDay(on: day)
    var pick = DayRows(day: legalDay, doing: "reading the rules of \(id) on \(legalDay.iso)")
    let name = try pick.needed(national.ruleSets.ruleSets, of: "ruleSets")
    let limits = try limits(&pick)
    let fees = FeeTable(
      groups: pick.all(national.fees.groups, of: "fees"),
      copies: try pick.needed(national.fees.copies, of: "copies"),
      refunds: try pick.needed(national.fees.refunds, of: "refunds"),
      correction: try pick.needed(national.fees.corrections, of: "corrections"),
      subsidies: pick.all(rows.subsidies, of: "subsidies"))
    let forms = try forms(&pick)
    let names = try pick.needed(rows.names, of: "names")
    let caseNumbering = try pick.needed(rows.caseNumbers, of: "caseNumbers")
    let numbering = try pick.needed(rows.certificateNumbers, of: "certificateNumbers")
    let certificate = try pick.needed(rows.certificates, of: "certificates")
    let procedure = try pick.needed(rows.procedures, of: "procedures")
    let age = try pick.one(national.ruleSets.minimumAge, of: "minimumAge")?.years
    let competence = try pick.needed(national.ruleSets.competence, of: "competence")
    let purposes = pick.all(national.purposes.purposes, of: "purposes")
    let inquiries = pick.all(rows.inquiries, of: "inquiries")
    let deliveries = pick.all(rows.deliveries, of: "deliveries")
    let channels = pick.all(rows.channels, of: "channels")
    let hours = try pick.needed(rows.openingHours, of: "openingHours")
    return RuleSet(
      id: name.id, version: version(of: pick), name: name.name, instruments: name.instruments,
      legalDay: legalDay, profileID: id, agency: agency, names: names,
      caseNumbering: caseNumbering, certificateNumbering: numbering, forms: forms,
      certificate: certificate, procedure: procedure, limits: limits, minimumAge: age,
      competence: competence, fees: fees, purposes: purposes, inquiries: inquiries,
      deliveries: deliveries, channels: channels, openingHours: hours, doubts: pick.doubts)
  }

  /// Two rule sets of one version are the same, row by row.
  private func version(of pick: DayRows) -> RuleVersion {
    let text = "\(id) \(pick.day.iso)\n" + pick.texts.joined(separator: "\n")
    let digest = SHA256.hash(data: [UInt8](text.utf8)).prefix(6)
      .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    return RuleVersion(edition: edition, digest: digest)
  }

  private func limits(_ pick: inout DayRows) throws(Fault) -> TimeLimits {
    let limits = try pick.needed(national.ruleSets.limits, of: "limits")
    let urgent = try pick.needed(national.ruleSets.urgent, of: "urgent")
    let reception = try pick.needed(national.ruleSets.reception, of: "reception")
    return TimeLimits(
      ordinary: limits.ordinary, complicated: limits.complicated, urgent: urgent,
      cutOffHour: reception.cutOffHour, cutOffCitation: reception.citation)
  }

  private func forms(_ pick: inout DayRows) throws(Fault) -> [FormUse: String] {
    var forms: [FormUse: String] = [:]
    for row in pick.all(rows.forms, of: "forms") {
      guard forms.updateValue(row.code, forKey: row.form) == nil else {
        throw Fault(pick.doing, cause: "two codes for the form '\(row.form.rawValue)'")
      }
    }
    for form in FormUse.allCases where forms[form] == nil {
      throw Fault(pick.doing, cause: "no code for the form '\(form.rawValue)'; add a row")
    }
    return forms
  }
}

/// A file of `Resources/profiles`.
struct ProfileFile: Equatable, Sendable, Codable {
  let agency: AgencyID
  /// The code of the province that it serves, on either map.
  let province: String
  let title: Bilingual
  let law: LawSpan
  let names: [Dated<AgencyNames>]
  let caseNumbers: [Dated<CaseNumbering>]
  let certificateNumbers: [Dated<CertificateNumbering>]
  let forms: [Dated<FormCode>]
  let certificates: [Dated<CertificateWording>]
  let procedures: [Dated<Procedure>]
  let inquiries: [Dated<InquiryRule>]
  let deliveries: [Dated<DeliveryOffer>]
  let channels: [Dated<ChannelOffer>]
  let openingHours: [Dated<OpeningHours>]
  let saturdays: [Dated<SaturdayHours>]
  let subsidies: [Dated<Subsidy>]

  var starts: [CivilDate] {
    let names = names.map(\.period.from) + caseNumbers.map(\.period.from)
    let numbers = certificateNumbers.map(\.period.from) + forms.map(\.period.from)
    let words = certificates.map(\.period.from) + procedures.map(\.period.from)
    let ways = deliveries.map(\.period.from) + channels.map(\.period.from)
    return names + numbers + words + ways + inquiries.map(\.period.from)
      + openingHours.map(\.period.from) + saturdays.map(\.period.from)
      + subsidies.map(\.period.from)
  }

  enum LawSpan: Equatable, Sendable, Codable {
    case inForce
    /// Shown as the agency of a past day.
    case until(CivilDate)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      let text = try container.decode(String.self)
      if text == "in force" {
        self = .inForce
      } else if let day = CivilDate(iso: text) {
        self = .until(day)
      } else {
        throw DecodingError.dataCorruptedError(
          in: container, debugDescription: "'in force', or the last day as YYYY-MM-DD")
      }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .inForce: try container.encode("in force")
      case .until(let day): try container.encode(day)
      }
    }
  }
}
