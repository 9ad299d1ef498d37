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

-- A version of the policy, as it was published. What people accepted must stay what they accepted.
CREATE TABLE policy (
  id uuid PRIMARY KEY,
  version text NOT NULL,
  effective_at timestamptz NOT NULL,
  is_material boolean NOT NULL,
  -- SHA-256 of the English text in UTF-8, which is the binding one.
  hash bytea NOT NULL,
  published_at timestamptz NOT NULL,
  CONSTRAINT policy_version_taken UNIQUE (version),
  CONSTRAINT policy_hash_taken UNIQUE (hash),
  CONSTRAINT policy_version_form CHECK (version ~ '^[0-9]{1,9}([.-][0-9]{1,9}){0,3}$'),
  CONSTRAINT policy_hash_length CHECK (octet_length(hash) = 32)
);
CREATE INDEX policy_effective ON policy (effective_at DESC, id DESC);

CREATE TABLE policy_text (
  policy_id uuid NOT NULL REFERENCES policy (id),
  locale text NOT NULL,
  title text NOT NULL,
  text text NOT NULL,
  PRIMARY KEY (policy_id, locale),
  CONSTRAINT policy_text_locale CHECK (locale IN ('en', 'sv'))
);

CREATE FUNCTION keep_policy() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a published policy does not change' USING CONSTRAINT = 'policy_immutable', ERRCODE = 'check_violation';
END
$$;
CREATE TRIGGER policy_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON policy
  FOR EACH STATEMENT EXECUTE FUNCTION keep_policy();
CREATE TRIGGER policy_text_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON policy_text
  FOR EACH STATEMENT EXECUTE FUNCTION keep_policy();

-- Somebody accepted a version. Erasing the person takes the account away and leaves that it happened.
CREATE TABLE policy_acceptance (
  id uuid PRIMARY KEY,
  account_id uuid,
  version text NOT NULL,
  accepted_at timestamptz NOT NULL,
  CONSTRAINT policy_acceptance_once UNIQUE (account_id, version)
);
