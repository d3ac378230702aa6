-- Officers' work on cases: how it came in, since when it stands where it stands, and indexes that
-- serve each order of the queue. Three indexes of the first release that no query uses go.
ALTER TABLE cases ADD COLUMN channel @text NOT NULL DEFAULT 'online';
ALTER TABLE cases ADD COLUMN since @int NOT NULL DEFAULT 0;
UPDATE cases
   SET since = COALESCE((SELECT MAX(at) FROM events WHERE events.case_id = cases.id), lodged_at);
DROP INDEX cases_by_due;
DROP INDEX cases_by_name;
DROP INDEX cases_by_sort;
DROP INDEX cases_queue;
CREATE INDEX cases_queue
  ON cases (agency, state, (COALESCE(due_on, '9999-12-31')), lodged_at, id);
CREATE INDEX cases_queue_kind
  ON cases (agency, state, certificate_kind, channel, (COALESCE(due_on, '9999-12-31')), lodged_at,
            id);
CREATE INDEX cases_queue_desk
  ON cases (agency, state, assigned, (COALESCE(due_on, '9999-12-31')), lodged_at, id);
CREATE INDEX cases_queue_day ON cases (agency, state, lodged_at, id);

-- What a leader has opened and found clean, to be approved with others in one go.
CREATE TABLE approval_marks (
  officer @text NOT NULL REFERENCES officers (id),
  case_id @text NOT NULL REFERENCES cases (id),
  version @int NOT NULL,
  marked_at @int NOT NULL,
  PRIMARY KEY (officer, case_id)
) @strict;
CREATE INDEX approval_marks_by_case ON approval_marks (case_id);
