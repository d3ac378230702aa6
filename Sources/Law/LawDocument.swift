package import Vocabulary

/// docs/LAW.md, written from the rules and the rows, so that a lawyer reads what the program does.
package enum LawDocument {
  package static func markdown(
    rules: [any Rule.Type] = RuleBook.all, profiles: [IssuerProfile]
  ) throws(Fault) -> String {
    var text = """
      # The law as the program applies it

      Generated from `Sources/Law`: do not edit. `RECORD=1 swift test --filter LawDocumentTests` \
      writes it anew.

      ## Rules

      """
    for rule in rules { text += section(of: rule) }
    text += "\n## Rule sets and their rows\n\n"
    text += "Days on which something changes, for each profile.\n"
    for profile in profiles { text += try section(of: profile) }
    if let national = profiles.first?.national { text += standing(national) }
    text += try doubts(of: profiles)
    return text
  }

  /// Rows that belong to no case's rule set: they steer the house.
  private static func standing(_ law: NationalLaw) -> String {
    var text = "\n## Rows beside the rule sets\n\n"
    for row in law.ruleSets.supply {
      text += "* Term of suppliers, \(words(row.period)): \(row.row.days) days "
      text += "(\(row.row.citation)); \(row.confidence.rawValue): \(row.source)\n"
    }
    for row in law.keeping.drafts {
      text += "* Drafts, \(words(row.period)): reminded of after \(row.row.remindAfterDays) days, "
      text += "deleted after \(row.row.purgeAfterDays); \(row.confidence.rawValue): \(row.source)\n"
    }
    for row in law.keeping.supplements {
      text += "* Answer to a request for a supplement, \(words(row.period)): within "
      text += "\(row.row.answerWithinDays) days, reminded of "
      text +=
        "\(row.row.remindBeforeDays ?? 0) days before; \(row.confidence.rawValue): \(row.source)\n"
    }
    for row in law.keeping.steps {
      text += "* Step `\(row.row.step)`, \(words(row.period)): \(row.row.workingHours) working "
      text += "hours, warned of \(row.row.warnHours) before; \(row.confidence.rawValue): "
      text += "\(row.source)\n"
    }
    return text
  }

  private static func section(of rule: any Rule.Type) -> String {
    var text = "\n### \(rule.name)\n\n\(rule.summary)\n\n"
    text += "* Provision: \(rule.citations.map(\.description).joined(separator: "; "))\n"
    text += "* In force: \(words(rule.inForce))\n"
    text += "* Confidence: \(rule.confidence.rawValue)\n"
    text += "* File: `Sources/Law/\(rule.folder)/\(rule.name).swift`\n"
    for interpretation in rule.interpretations {
      text += "* Interpretation: \(interpretation)\n"
    }
    return text
  }

  private static func section(of profile: IssuerProfile) throws(Fault) -> String {
    var text = "\n### \(profile.id): \(profile.title.en)\n"
    for day in profile.turningDays {
      text += try section(of: profile.rules(on: day))
    }
    return text
  }

  private static func section(of rules: RuleSet) -> String {
    var text = "\n#### From \(rules.legalDay.iso): \(rules.id)\n\n"
    text += "\(rules.name.vi) / \(rules.name.en). Procedure \(rules.procedure.code).\n\n"
    let limits = rules.limits
    text += "* Limits: \(words(limits.ordinary)), complicated \(words(limits.complicated))"
    text += "; cut-off \(limits.cutOffHour):00 (\(limits.cutOffCitation))\n"
    text +=
      "* Urgent procedural request: \(limits.urgent.hours) hours (\(limits.urgent.citation))\n"
    text += "* Where to apply: \(rules.competence.place.rawValue) (\(rules.competence.citation))\n"
    let age = rules.minimumAge.map { "\($0) years" } ?? "none"
    text += "* Minimum age: \(age)\n"
    let copies = rules.fees.copies
    text += "* Copies: \(copies.included) covered, \(copies.perExtra) for each further one, "
    text += "exempt persons pay it too: \(copies.exemptPayToo.rawValue)\n"
    let refunds = rules.fees.refunds
    text += "* Owed back: \(refunds.beforeInquiries.rawValue) before the first inquiry, "
    text += "\(refunds.afterInquiries.rawValue) after it (\(refunds.citation))\n"
    for subsidy in rules.fees.subsidies {
      let part = subsidy.kind == .percent ? "\(subsidy.value) %" : "\(Dong(subsidy.value))"
      text += "* Support: \(subsidy.name.vi), \(part), channel \(subsidy.channel.rawValue)\n"
    }
    for form in FormUse.allCases { text += "* Form \(form.rawValue): \(rules.formCode(form))\n" }
    for inquiry in rules.inquiries {
      text += "* Inquiry: \(inquiry.name.vi), sent within \(words(inquiry.sendWithin)), "
      text += "answered within \(words(inquiry.answerWithin))\n"
    }
    text += "\n| Fee group | Amount | Citation |\n|---|---|---|\n"
    for group in rules.fees.groups {
      text += "| \(group.name.vi) (`\(group.code)`) | \(group.amount) | \(group.citation) |\n"
    }
    text += "\n| Purpose | Legal basis |\n|---|---|\n"
    for purpose in rules.purposes {
      text += "| \(purpose.name.vi) (`\(purpose.code)`) | \(purpose.legalBasis ?? "none known") |\n"
    }
    return text
  }

  /// Each uncertain fact once, whichever rule sets use it.
  private static func doubts(of profiles: [IssuerProfile]) throws(Fault) -> String {
    var lines: Set<String> = []
    for profile in profiles {
      for day in profile.turningDays {
        for doubt in try profile.rules(on: day).doubts {
          lines.insert("* \(doubt.confidence.rawValue), \(doubt.subject): \(doubt.source)")
        }
      }
    }
    return "\n## What a lawyer must confirm\n\n"
      + lines.sorted().joined(separator: "\n") + "\n"
  }

  private static func words(_ period: Period) -> String {
    period.until.map { "\(period.from.iso) to \($0.iso)" } ?? "since \(period.from.iso)"
  }

  private static func words(_ limit: TimeLimit) -> String {
    switch limit.unit {
    case .calendarDays: "\(limit.days) days"
    case .workingDays: "\(limit.days) working days"
    }
  }
}
