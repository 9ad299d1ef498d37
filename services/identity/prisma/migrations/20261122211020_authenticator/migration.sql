-- An app of a person's that makes one-time codes (RFC 6238) of a secret that it shares with us, which lies sealed.
-- `last_step` is the time of the newest code that was taken: none is taken twice.
CREATE TABLE authenticator (
  account_id uuid PRIMARY KEY,
  secret bytea NOT NULL,
  created_at timestamptz NOT NULL,
  confirmed_at timestamptz,
  last_step bigint,
  CONSTRAINT authenticator_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE,
  CONSTRAINT authenticator_confirmed CHECK ((confirmed_at IS NULL) = (last_step IS NULL))
);

-- What takes the place of a code when the app is lost, each once.
CREATE TABLE recovery_code (
  account_id uuid NOT NULL,
  code_hash bytea NOT NULL,
  used_at timestamptz,
  CONSTRAINT recovery_code_pkey PRIMARY KEY (account_id, code_hash),
  CONSTRAINT recovery_code_account_id_fkey FOREIGN KEY (account_id) REFERENCES authenticator (account_id) ON DELETE CASCADE,
  CONSTRAINT recovery_code_size CHECK (octet_length(code_hash) = 32)
);

-- Somebody has shown the password or a mailed link, and is still to show a code.
CREATE TABLE second_step (
  token_hash bytea PRIMARY KEY,
  account_id uuid NOT NULL,
  methods text[] NOT NULL,
  delivery text NOT NULL,
  expires_at timestamptz NOT NULL,
  CONSTRAINT second_step_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE,
  CONSTRAINT second_step_size CHECK (octet_length(token_hash) = 32),
  CONSTRAINT second_step_delivery CHECK (delivery IN ('COOKIE', 'TOKENS')),
  CONSTRAINT second_step_methods CHECK (methods <@ ARRAY['PASSWORD', 'LINK', 'PROVIDER'])
);
CREATE INDEX second_step_account ON second_step (account_id);
CREATE INDEX second_step_expiry ON second_step (expires_at);
