-- shell: begin
CREATE TABLE outbox (
  id uuid PRIMARY KEY,
  type text NOT NULL,
  schema_version int NOT NULL,
  organization_id uuid,
  aggregate_id uuid NOT NULL,
  aggregate_version bigint NOT NULL,
  occurred_at timestamptz NOT NULL,
  traceparent text,
  data jsonb NOT NULL,
  published_at timestamptz,
  seq bigint GENERATED ALWAYS AS IDENTITY
);
CREATE INDEX outbox_unpublished ON outbox (seq) WHERE published_at IS NULL;
CREATE UNIQUE INDEX outbox_aggregate ON outbox (aggregate_id, aggregate_version);
CREATE FUNCTION notify_outbox() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('outbox', '');
  RETURN NULL;
END
$$;
CREATE TRIGGER outbox_notify AFTER INSERT ON outbox
  FOR EACH STATEMENT EXECUTE FUNCTION notify_outbox();

CREATE TABLE inbox (
  consumer text NOT NULL,
  event_id uuid NOT NULL,
  received_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (consumer, event_id)
);
CREATE TABLE aggregate_seen (
  consumer text NOT NULL,
  aggregate_id uuid NOT NULL,
  version bigint NOT NULL,
  attempts int NOT NULL DEFAULT 0,
  PRIMARY KEY (consumer, aggregate_id)
);
CREATE TABLE aggregate_version (
  aggregate_id uuid PRIMARY KEY,
  version bigint NOT NULL
);
CREATE TABLE dead_letter (
  id uuid PRIMARY KEY,
  consumer text NOT NULL,
  event_id uuid NOT NULL,
  type text NOT NULL,
  envelope jsonb NOT NULL,
  error_code text NOT NULL,
  attempts int NOT NULL,
  died_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (consumer, event_id)
);
CREATE TABLE idempotency (
  principal text NOT NULL,
  operation text NOT NULL,
  key text NOT NULL,
  request_hash bytea NOT NULL,
  result_id uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (principal, operation, key)
);
-- shell: end

-- Of a booking only what its mails need: whose it is and for whom. Times, names and addresses are asked for when a mail
-- is written, and kept nowhere here.
CREATE TABLE booking (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL,
  host_ids uuid[] NOT NULL,
  attendee_ids uuid[] NOT NULL
);

CREATE TABLE delivery (
  id uuid PRIMARY KEY,
  event_id uuid NOT NULL,
  kind text NOT NULL,
  recipient_kind text NOT NULL,
  recipient_id uuid NOT NULL,
  -- The booking, verification or invitation that the mail is about.
  about_id uuid NOT NULL,
  organization_id uuid,
  -- The booking's SEQUENCE when the event happened.
  sequence int,
  state text NOT NULL,
  attempts int NOT NULL DEFAULT 0,
  -- When a worker may take it; while one holds it (SENDING), the end of its lease.
  due_at timestamptz NOT NULL,
  lease_id uuid,
  -- When the mail server was last given the mail, so that a crash after that moment is told from one before.
  handed_over_at timestamptz,
  last_error_code text,
  created_at timestamptz NOT NULL,
  sent_at timestamptz,
  -- An event that comes twice makes no second mail.
  CONSTRAINT delivery_once UNIQUE (event_id, recipient_id, kind),
  CONSTRAINT delivery_kind CHECK (kind IN ('BOOKING_MADE', 'BOOKING_RESCHEDULED', 'BOOKING_CANCELLED', 'EMAIL_VERIFICATION', 'INVITATION')),
  CONSTRAINT delivery_recipient_kind CHECK (recipient_kind IN ('ATTENDEE', 'HOST', 'ACCOUNT', 'INVITEE')),
  CONSTRAINT delivery_state CHECK (state IN ('PENDING', 'SENDING', 'SENT', 'FAILED', 'SKIPPED')),
  CONSTRAINT delivery_lease CHECK ((state = 'SENDING') = (lease_id IS NOT NULL)),
  CONSTRAINT delivery_sent CHECK ((state = 'SENT') = (sent_at IS NOT NULL)),
  CONSTRAINT delivery_attempts CHECK (attempts BETWEEN 0 AND 100),
  CONSTRAINT delivery_error_code CHECK (last_error_code ~ '^[A-Z0-9_]{1,60}$')
);
CREATE INDEX delivery_due ON delivery (due_at) WHERE state IN ('PENDING', 'SENDING');
CREATE INDEX delivery_newest ON delivery (organization_id, id DESC);
CREATE INDEX delivery_about ON delivery (about_id, id DESC);
CREATE INDEX delivery_recipient ON delivery (recipient_id);

-- A mail that was sent, given up or not needed stays so, whatever a worker believes.
CREATE FUNCTION keep_settled_delivery() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a settled delivery does not change' USING CONSTRAINT = 'delivery_settled', ERRCODE = 'check_violation';
END
$$;
CREATE TRIGGER delivery_settled BEFORE UPDATE ON delivery
  FOR EACH ROW WHEN (OLD.state IN ('SENT', 'FAILED', 'SKIPPED')) EXECUTE FUNCTION keep_settled_delivery();
