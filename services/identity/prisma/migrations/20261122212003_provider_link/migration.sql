-- A person logs in with an account of theirs elsewhere. Which account that is lies here as a keyed fingerprint of issuer and
-- subject only: one such account is one person here, and a person has one at each provider.
CREATE TABLE provider_link (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL,
  provider text NOT NULL,
  subject_index bytea NOT NULL,
  created_at timestamptz NOT NULL,
  last_used_at timestamptz,
  CONSTRAINT provider_link_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE,
  CONSTRAINT provider_link_provider CHECK (provider ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(provider) <= 40),
  CONSTRAINT provider_link_subject_index_size CHECK (octet_length(subject_index) = 32)
);
CREATE UNIQUE INDEX provider_link_subject_index_key ON provider_link (subject_index);
CREATE UNIQUE INDEX provider_link_account_id_provider_key ON provider_link (account_id, provider);
