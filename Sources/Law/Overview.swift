// Law: dated, cited rules as pure functions, and the facts that authorities re-set as dated rows.
//
// * `Rules/`: one rule a file; each states its provision, when it is in force and every reading
//   that is a choice. `RuleBook.all` lists them; docs/LAW.md is generated from that list.
// * `Resources/national/`: rule sets, limits, fees, purposes; `Resources/calendar.json`: holidays;
//   `Resources/profiles/`: one issuing agency a file. Every row has `validFrom`, `validTo`, a
//   confidence and a source. An unknown key stops the start.
// * `IssuerProfile.rules(on:)` gives the `RuleSet` of a day: what the rooms take as an argument.
