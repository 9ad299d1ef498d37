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

-- One subscription per organization, by its key: a repeated event cannot start a second one.
CREATE TABLE subscription (
  organization_id uuid PRIMARY KEY,
  plan text NOT NULL,
  state text NOT NULL,
  started_at timestamptz NOT NULL,
  CONSTRAINT subscription_plan CHECK (plan IN ('FREE')),
  CONSTRAINT subscription_state CHECK (state IN ('ACTIVE'))
);
