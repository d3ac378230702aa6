-- Documents that suppliers send by message: who may send what, and every message that was taken.

-- A grant as one administrator proposed it: the whole of it, as JSON (SupplierGrant).
CREATE TABLE supplier_proposals (
  id @text NOT NULL PRIMARY KEY,
  agency @text NOT NULL REFERENCES agencies (id),
  supplier @text NOT NULL,
  content @text NOT NULL,
  reason @text NOT NULL CHECK (length(reason) > 0),
  proposed_by @text NOT NULL REFERENCES officers (id),
  proposed_at @int NOT NULL,
  UNIQUE (id, proposed_by)
) @strict;
CREATE INDEX supplier_proposals_by_supplier ON supplier_proposals (agency, supplier, proposed_at);

-- `number` counts the approved grants in their order; a declined one has none. Two people: the
-- proposal's author, repeated here, is not who decided.
CREATE TABLE supplier_decisions (
  proposal @text NOT NULL PRIMARY KEY,
  proposed_by @text NOT NULL,
  number @int UNIQUE CHECK (number > 0),
  reason @text NOT NULL CHECK (length(reason) > 0),
  decided_by @text NOT NULL REFERENCES officers (id),
  decided_at @int NOT NULL,
  CHECK (decided_by <> proposed_by),
  FOREIGN KEY (proposal, proposed_by) REFERENCES supplier_proposals (id, proposed_by)
) @strict;

-- One message with what was answered. The body is the payload of its event; `digest` is a salted
-- hash of the receipt, which the event repeats (SupplyMessages).
CREATE TABLE supply_messages (
  id @text NOT NULL PRIMARY KEY,
  agency @text NOT NULL REFERENCES agencies (id),
  supplier @text NOT NULL,
  message @text NOT NULL,
  body_sha256 @text NOT NULL CHECK (length(body_sha256) = 64),
  signature @bytes NOT NULL CHECK (length(signature) = 64),
  signing_key @bytes NOT NULL CHECK (length(signing_key) = 32),
  receipt @bytes NOT NULL,
  salt @bytes NOT NULL CHECK (length(salt) = 16),
  digest @bytes NOT NULL CHECK (length(digest) = 32),
  at @int NOT NULL,
  event_id @int NOT NULL UNIQUE REFERENCES events (id),
  UNIQUE (agency, supplier, message)
) @strict;

-- Lines of an imported file that were not taken: where and why, never what.
CREATE TABLE record_import_refusals (
  agency @text NOT NULL REFERENCES agencies (id),
  file_sha256 @text NOT NULL CHECK (length(file_sha256) = 64),
  line @int NOT NULL CHECK (line > 0),
  field @text NOT NULL,
  reason @text NOT NULL,
  PRIMARY KEY (agency, file_sha256, line)
);

CREATE TRIGGER supplier_proposals_no_change BEFORE UPDATE OR DELETE ON supplier_proposals
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER supplier_proposals_no_truncate BEFORE TRUNCATE ON supplier_proposals
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER supplier_decisions_no_change BEFORE UPDATE OR DELETE ON supplier_decisions
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER supplier_decisions_no_truncate BEFORE TRUNCATE ON supplier_decisions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER supply_messages_no_change BEFORE UPDATE OR DELETE ON supply_messages
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER supply_messages_no_truncate BEFORE TRUNCATE ON supply_messages
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
