-- The register of cases (Mẫu số 06) is read in the order of lodging.
CREATE INDEX cases_by_lodging ON cases (agency, lodged_at, id);

-- A day's money is read in the order of its settling.
CREATE INDEX payments_by_settling ON payments (agency, settled_at, id)
  WHERE settled_at IS NOT NULL;
CREATE INDEX refunds_by_settling ON refunds (agency, settled_at, payment)
  WHERE settled_at IS NOT NULL;

CREATE INDEX ledger_batches_by_day ON ledger_batches (agency, at, id);

-- A receipt is void once its whole fee is owed back.
UPDATE fee_receipts
   SET cancelled_at = (SELECT owed_at FROM refunds WHERE refunds.payment = fee_receipts.payment)
 WHERE EXISTS (SELECT 1 FROM refunds
                WHERE refunds.payment = fee_receipts.payment
                  AND refunds.amount = fee_receipts.amount);

-- Fees taken by an officer, in cash or by the post, and the till they lie in until the accountant
-- has them. A till is one officer's, of one day, of one channel.
CREATE TABLE tills (
  agency @text NOT NULL REFERENCES agencies (id),
  officer @text NOT NULL REFERENCES officers (id),
  day @text NOT NULL CHECK (length(day) = 10),
  channel @text NOT NULL CHECK (channel IN ('counter', 'post')),
  -- What was counted, when the officer closed it; what it should hold is the sum of its takings.
  counted @int CHECK (counted >= 0),
  closed_at @int,
  received_by @text REFERENCES officers (id),
  received_at @int,
  PRIMARY KEY (agency, officer, day, channel),
  CHECK ((counted IS NULL) = (closed_at IS NULL)),
  CHECK ((received_by IS NULL) = (received_at IS NULL)),
  CHECK (received_by IS NULL OR (closed_at IS NOT NULL AND received_by <> officer))
) @strict;
CREATE INDEX tills_open ON tills (agency, day, officer, channel) WHERE received_at IS NULL;
CREATE TABLE till_takings (
  payment @text NOT NULL PRIMARY KEY REFERENCES payments (id),
  agency @text NOT NULL,
  officer @text NOT NULL,
  day @text NOT NULL,
  channel @text NOT NULL,
  amount @int NOT NULL CHECK (amount > 0),
  taken_at @int NOT NULL,
  FOREIGN KEY (agency, officer, day, channel) REFERENCES tills (agency, officer, day, channel)
) @strict;
CREATE INDEX till_takings_by_till ON till_takings (agency, officer, day, channel, taken_at);

-- What the gateway says of a day, line by line, as its signed file had it.
CREATE TABLE settlements (
  agency @text NOT NULL REFERENCES agencies (id),
  day @text NOT NULL CHECK (length(day) = 10),
  -- Lower-case hex SHA-256 of the file.
  digest @text NOT NULL CHECK (length(digest) = 64),
  fetched_at @int NOT NULL,
  PRIMARY KEY (agency, day)
) @strict;
CREATE TABLE settlement_lines (
  agency @text NOT NULL,
  day @text NOT NULL,
  line @int NOT NULL CHECK (line > 0),
  kind @text NOT NULL CHECK (kind IN ('payment', 'refund')),
  txn_ref @text NOT NULL,
  provider_txn_no @text NOT NULL,
  amount @int NOT NULL CHECK (amount > 0),
  PRIMARY KEY (agency, day, line),
  FOREIGN KEY (agency, day) REFERENCES settlements (agency, day)
) @strict;
CREATE INDEX settlement_lines_by_reference ON settlement_lines (agency, txn_ref, kind);

-- Where the gateway and the books differ, one by one. The reason with which an accountant settles
-- one is in the journal.
CREATE TABLE settlement_differences (
  agency @text NOT NULL,
  day @text NOT NULL,
  number @int NOT NULL CHECK (number > 0),
  kind @text NOT NULL
    CHECK (kind IN ('missingHere', 'missingThere', 'sum', 'twice', 'refundNotSettled')),
  flow @text NOT NULL CHECK (flow IN ('payment', 'refund')),
  txn_ref @text NOT NULL,
  ours @int,
  theirs @int,
  settled_by @text REFERENCES officers (id),
  settled_at @int,
  PRIMARY KEY (agency, day, number),
  FOREIGN KEY (agency, day) REFERENCES settlements (agency, day),
  CHECK ((settled_by IS NULL) = (settled_at IS NULL))
) @strict;
CREATE INDEX settlement_differences_open ON settlement_differences (agency, day, number)
  WHERE settled_at IS NULL;

-- A refund that the gateway would not make is ordered by one person and paid by another.
CREATE TABLE refund_orders (
  payment @text NOT NULL PRIMARY KEY REFERENCES refunds (payment),
  agency @text NOT NULL REFERENCES agencies (id),
  -- The number of the order to pay; it names nobody.
  reference @text NOT NULL CHECK (length(reference) > 0),
  ordered_by @text NOT NULL REFERENCES officers (id),
  -- The leader on leave in whose name it was ordered.
  ordered_for @text REFERENCES officers (id),
  ordered_at @int NOT NULL,
  paid_by @text REFERENCES officers (id),
  paid_at @int,
  CHECK ((paid_by IS NULL) = (paid_at IS NULL)),
  CHECK (paid_by IS NULL OR paid_by <> ordered_by),
  CHECK (paid_by IS NULL OR ordered_for IS NULL OR paid_by <> ordered_for)
) @strict;

-- Requests of bodies (forms 05a and 05b). Who is asked about stands in the journal's payloads; this
-- is the register: who asks, by when it is answered, and that two people answered it.
CREATE TABLE body_requests (
  id @text NOT NULL PRIMARY KEY,
  agency @text NOT NULL REFERENCES agencies (id),
  number @text NOT NULL UNIQUE,
  body @text NOT NULL,
  body_name @text NOT NULL,
  kind @text NOT NULL,
  urgency @text NOT NULL,
  state @text NOT NULL CHECK (state IN ('received', 'found', 'answered', 'refused')),
  version @int NOT NULL CHECK (version > 0),
  received_at @int NOT NULL,
  due_at @int NOT NULL,
  letter_due @text CHECK (length(letter_due) = 10),
  letter_at @int,
  received_by @text NOT NULL REFERENCES officers (id),
  found_by @text REFERENCES officers (id),
  decided_by @text REFERENCES officers (id),
  closed_at @int,
  CHECK ((state IN ('answered', 'refused')) = (closed_at IS NOT NULL)),
  CHECK (state <> 'answered'
         OR (found_by IS NOT NULL AND decided_by IS NOT NULL AND found_by <> decided_by))
) @strict;
CREATE INDEX body_requests_open ON body_requests (agency, due_at, id) WHERE closed_at IS NULL;
CREATE INDEX body_requests_closed ON body_requests (agency, closed_at, id)
  WHERE closed_at IS NOT NULL;
CREATE INDEX body_requests_letters ON body_requests (agency, letter_due, id)
  WHERE letter_at IS NULL AND state <> 'refused';
CREATE TABLE body_request_events (
  event_id @int NOT NULL PRIMARY KEY REFERENCES events (id),
  request @text NOT NULL REFERENCES body_requests (id)
) @strict;
CREATE INDEX body_request_events_by_request ON body_request_events (request, event_id);
