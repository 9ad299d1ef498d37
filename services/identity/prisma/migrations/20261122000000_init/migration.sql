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

-- A person with an account. Erasing leaves the id alone, so that what others keep under it still stands.
CREATE TABLE account (
  id uuid PRIMARY KEY,
  email bytea,
  email_index bytea,
  name bytea,
  time_zone text,
  locale text,
  password_hash text,
  created_at timestamptz NOT NULL,
  verified_at timestamptz,
  erased_at timestamptz,
  CONSTRAINT account_email_index_key UNIQUE (email_index),
  CONSTRAINT account_email_index_size CHECK (octet_length(email_index) = 32),
  CONSTRAINT account_locale CHECK (locale IN ('en', 'sv')),
  CONSTRAINT account_password_hash CHECK (password_hash LIKE '$argon2id$%'),
  CONSTRAINT account_erased_is_blank CHECK (
    num_nonnulls(email, email_index, name, time_zone, locale) = CASE WHEN erased_at IS NULL THEN 5 ELSE 0 END
    AND (erased_at IS NULL OR password_hash IS NULL)
  )
);

-- A mail about an address: what was typed with it waits here, so that a link brings to life what its own form said.
CREATE TABLE email_verification (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL,
  kind text NOT NULL,
  name bytea,
  time_zone text,
  locale text,
  password_hash text,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  CONSTRAINT email_verification_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE,
  CONSTRAINT email_verification_kind CHECK (kind IN ('SIGN_UP', 'ALREADY_REGISTERED')),
  CONSTRAINT email_verification_locale CHECK (locale IN ('en', 'sv')),
  CONSTRAINT email_verification_password_hash CHECK (password_hash LIKE '$argon2id$%'),
  CONSTRAINT email_verification_form CHECK (
    num_nonnulls(name, time_zone, locale, password_hash) = CASE WHEN kind = 'SIGN_UP' AND used_at IS NULL THEN 4 ELSE 0 END
  ),
  CONSTRAINT email_verification_lifetime CHECK (expires_at > created_at)
);
CREATE INDEX email_verification_account ON email_verification (account_id, id);

CREATE TABLE session (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL,
  delivery text NOT NULL,
  token_hash bytea,
  authenticated_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at timestamptz,
  CONSTRAINT session_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE,
  CONSTRAINT session_token_hash_key UNIQUE (token_hash),
  CONSTRAINT session_token_hash_size CHECK (octet_length(token_hash) = 32),
  CONSTRAINT session_delivery CHECK (delivery IN ('COOKIE', 'TOKENS')),
  CONSTRAINT session_cookie CHECK ((delivery = 'COOKIE') = (token_hash IS NOT NULL)),
  CONSTRAINT session_lifetime CHECK (expires_at > authenticated_at)
);
CREATE INDEX session_account ON session (account_id, id);

CREATE TABLE refresh_token (
  id uuid PRIMARY KEY,
  session_id uuid NOT NULL,
  token_hash bytea NOT NULL,
  issued_at timestamptz NOT NULL,
  used_at timestamptz,
  CONSTRAINT refresh_token_session_id_fkey FOREIGN KEY (session_id) REFERENCES session (id) ON DELETE CASCADE,
  CONSTRAINT refresh_token_token_hash_key UNIQUE (token_hash),
  CONSTRAINT refresh_token_token_hash_size CHECK (octet_length(token_hash) = 32)
);
CREATE INDEX refresh_token_session ON refresh_token (session_id);
-- A family has one token that works, whatever races.
CREATE UNIQUE INDEX refresh_token_one_live ON refresh_token (session_id) WHERE used_at IS NULL;

CREATE TABLE organization (
  id uuid PRIMARY KEY,
  slug text NOT NULL,
  name text NOT NULL,
  locale text NOT NULL,
  time_zone text NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT organization_slug_key UNIQUE (slug),
  CONSTRAINT organization_slug CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) BETWEEN 2 AND 60),
  CONSTRAINT organization_locale CHECK (locale IN ('en', 'sv'))
);

CREATE TABLE membership (
  organization_id uuid NOT NULL,
  account_id uuid NOT NULL,
  role text NOT NULL,
  joined_at timestamptz NOT NULL,
  CONSTRAINT membership_pkey PRIMARY KEY (organization_id, account_id),
  CONSTRAINT membership_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization (id) ON DELETE CASCADE,
  CONSTRAINT membership_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id),
  CONSTRAINT membership_role CHECK (role IN ('OWNER', 'ADMIN', 'MEMBER'))
);
CREATE INDEX membership_account ON membership (account_id);

-- An organization that has lost its last owner can never be governed again. The lock on the organization
-- makes two owners who leave at once wait for one another; without it each would see the other still there.
CREATE FUNCTION keep_an_owner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.role <> 'OWNER' OR (TG_OP = 'UPDATE' AND NEW.role = 'OWNER') THEN
    RETURN NULL;
  END IF;
  PERFORM FROM organization WHERE id = OLD.organization_id FOR UPDATE;
  IF FOUND AND NOT EXISTS (
    SELECT FROM membership WHERE organization_id = OLD.organization_id AND role = 'OWNER'
  ) THEN
    RAISE EXCEPTION 'membership_last_owner' USING ERRCODE = '23514', CONSTRAINT = 'membership_last_owner';
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER membership_last_owner AFTER UPDATE OR DELETE ON membership
  FOR EACH ROW EXECUTE FUNCTION keep_an_owner();

CREATE TABLE invitation (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL,
  role text NOT NULL,
  email bytea NOT NULL,
  email_index bytea NOT NULL,
  invited_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  accepted_at timestamptz,
  accepted_by uuid,
  CONSTRAINT invitation_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization (id) ON DELETE CASCADE,
  CONSTRAINT invitation_role CHECK (role IN ('OWNER', 'ADMIN', 'MEMBER')),
  CONSTRAINT invitation_email_index_size CHECK (octet_length(email_index) = 32),
  CONSTRAINT invitation_lifetime CHECK (expires_at > created_at),
  CONSTRAINT invitation_accepted CHECK ((accepted_at IS NULL) = (accepted_by IS NULL))
);
-- An address has one open invitation to an organization; a new one takes its place.
CREATE UNIQUE INDEX invitation_one_open ON invitation (organization_id, email_index) WHERE accepted_at IS NULL;
CREATE INDEX invitation_email ON invitation (email_index);

-- The versions of the privacy policy that have been published, as privacy told.
CREATE TABLE policy_version (
  version text PRIMARY KEY,
  effective_at timestamptz NOT NULL
);

-- The counters of rate-limiter-flexible; keys are fingerprints of addresses and ids of organizations.
CREATE TABLE rate_limit (
  key varchar(255) PRIMARY KEY,
  points integer NOT NULL DEFAULT 0,
  expire bigint
);
