-- A paper can show that a register is wrong.
ALTER TABLE papers DROP CONSTRAINT papers_purpose_check;
ALTER TABLE papers ADD CONSTRAINT papers_purpose_check
  CHECK (purpose IN ('feeGroup', 'authorisation', 'familyLink', 'correction', 'other'));

-- How often somebody saw that no certificate was needed, by month: nobody's name, no day, no case.
CREATE TABLE avoided_applications (
  agency @text NOT NULL REFERENCES agencies (id),
  month @text NOT NULL CHECK (length(month) = 7),
  purpose @text NOT NULL,
  kind @text NOT NULL CHECK (kind IN ('number1', 'number2')),
  times @int NOT NULL CHECK (times > 0),
  PRIMARY KEY (agency, month, purpose, kind)
) @strict;
