-- Changes of the rules: what one person proposed, and what another made of it.

CREATE TABLE rule_proposals (
  id @text NOT NULL PRIMARY KEY,
  agency @text NOT NULL REFERENCES agencies (id),
  changes @text NOT NULL,
  reason @text NOT NULL CHECK (length(reason) > 0),
  proposed_by @text NOT NULL REFERENCES officers (id),
  proposed_at @int NOT NULL,
  UNIQUE (id, proposed_by)
) @strict;
CREATE INDEX rule_proposals_by_time ON rule_proposals (proposed_at, id);

-- `number` counts the approved changes in their order; a declined one has none. Two people: the
-- proposal's author, repeated here, is not who decided.
CREATE TABLE rule_decisions (
  proposal @text NOT NULL PRIMARY KEY,
  proposed_by @text NOT NULL,
  number @int UNIQUE CHECK (number > 0),
  reason @text NOT NULL CHECK (length(reason) > 0),
  decided_by @text NOT NULL REFERENCES officers (id),
  decided_at @int NOT NULL,
  CHECK (decided_by <> proposed_by),
  FOREIGN KEY (proposal, proposed_by) REFERENCES rule_proposals (id, proposed_by)
) @strict;

-- Which open cases a change of some days would have touched.
CREATE INDEX cases_open_by_lodging ON cases (agency, lodged_at, id) WHERE closed_at IS NULL;

CREATE TRIGGER rule_proposals_no_change BEFORE UPDATE OR DELETE ON rule_proposals
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER rule_proposals_no_truncate BEFORE TRUNCATE ON rule_proposals
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER rule_decisions_no_change BEFORE UPDATE OR DELETE ON rule_decisions
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER rule_decisions_no_truncate BEFORE TRUNCATE ON rule_decisions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
