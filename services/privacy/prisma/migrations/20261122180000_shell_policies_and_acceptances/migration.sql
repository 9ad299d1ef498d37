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

-- A version of the privacy policy, as it was published.
CREATE TABLE policy (
  id uuid PRIMARY KEY,
  version text NOT NULL UNIQUE,
  effective_at timestamptz NOT NULL,
  is_material boolean NOT NULL,
  hash text NOT NULL UNIQUE CHECK (hash ~ '^[0-9a-f]{64}$')
);
CREATE INDEX policy_newest ON policy (effective_at DESC, version DESC);

-- The words of a version, in each language that it was published in.
CREATE TABLE policy_wording (
  policy_id uuid NOT NULL REFERENCES policy (id),
  locale text NOT NULL CHECK (locale IN ('en', 'sv')),
  title text NOT NULL,
  markdown text NOT NULL,
  PRIMARY KEY (policy_id, locale)
);

-- What was published stays as it was, whoever asks: a change of the words is a new version.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a published policy does not change' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER policy_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON policy
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER policy_wording_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON policy_wording
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- That somebody accepted a version. An erased person's record stays as a fact without a person.
CREATE TABLE policy_acceptance (
  id uuid PRIMARY KEY,
  account_id uuid,
  policy_id uuid NOT NULL REFERENCES policy (id),
  accepted_at timestamptz NOT NULL,
  CONSTRAINT policy_acceptance_once UNIQUE (account_id, policy_id)
);
