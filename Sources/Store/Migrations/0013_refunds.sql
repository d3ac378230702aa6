-- Money that is owed back to a payer, one row a payment: a fee of an application that came to
-- nothing before work began, or money that was never owed. The intent stands here before the
-- gateway is asked.
CREATE TABLE refunds (
  payment @text NOT NULL PRIMARY KEY REFERENCES payments (id),
  case_id @text NOT NULL REFERENCES cases (id),
  -- Whose books: the agency that received the payment.
  agency @text NOT NULL REFERENCES agencies (id),
  amount @int NOT NULL CHECK (amount > 0),
  state @text NOT NULL CHECK (state IN ('owed', 'asked', 'done', 'refused', 'byHand')),
  owed_at @int NOT NULL,
  -- The gateway's name for our request (`vnp_RequestId`), the same for a whole day.
  request @text,
  asked_at @int,
  settled_at @int,
  -- The gateway's code where it refused.
  code @text,
  CHECK ((request IS NULL) = (asked_at IS NULL)),
  CHECK (state <> 'asked' OR request IS NOT NULL),
  CHECK ((state IN ('done', 'byHand')) = (settled_at IS NOT NULL))
) @strict;
CREATE INDEX refunds_by_case ON refunds (case_id, owed_at);
CREATE INDEX refunds_open ON refunds (agency, owed_at) WHERE settled_at IS NULL;

-- What was owed before there were refunds: the ledger tells it.
INSERT INTO refunds (payment, case_id, agency, amount, state, owed_at)
SELECT payments.id, payments.case_id, payments.agency, SUM(ledger_entries.credit), 'owed',
       MIN(ledger_batches.at)
  FROM ledger_batches
  JOIN ledger_entries ON ledger_entries.batch = ledger_batches.id
  JOIN payments ON payments.id = ledger_batches.payment
 WHERE ledger_entries.account = 'refund-payable' AND ledger_entries.credit > 0
 GROUP BY payments.id, payments.case_id, payments.agency;
INSERT INTO outbox (agency, case_id, kind, payload, due_at)
SELECT agency, case_id, 'refund', payment, owed_at FROM refunds;
