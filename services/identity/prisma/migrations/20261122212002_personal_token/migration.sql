-- Tokens that people make for scripts of their own: found by their hash, never without scopes, never for more than a year.
CREATE TABLE personal_token (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL,
  token_hash bytea NOT NULL,
  name bytea NOT NULL,
  scopes text[] NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  last_used_on date,
  CONSTRAINT personal_token_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE,
  CONSTRAINT personal_token_scopes CHECK (cardinality(scopes) > 0),
  CONSTRAINT personal_token_lifetime CHECK (expires_at > created_at AND expires_at <= created_at + interval '366 days')
);
CREATE UNIQUE INDEX personal_token_token_hash_key ON personal_token (token_hash);
CREATE INDEX personal_token_account ON personal_token (account_id, id);

ALTER TABLE email_verification
  DROP CONSTRAINT email_verification_kind,
  ADD CONSTRAINT email_verification_kind CHECK (kind IN (
    'SIGN_UP', 'ALREADY_REGISTERED', 'RECOVERY', 'LOG_IN', 'EMAIL_CHANGE_OLD', 'EMAIL_CHANGE_NEW', 'PASSWORD_CHANGED',
    'ACCOUNT_DEACTIVATED', 'ACCOUNT_CLOSING', 'PASSKEY_ADDED', 'PASSKEY_REMOVED', 'CODES_ON', 'CODES_OFF',
    'RECOVERY_CODE_USED', 'RECOVERY_CODES_RENEWED', 'SUPPORT_ACCESS', 'PROVIDER_LINKED', 'PROVIDER_UNLINKED',
    'PROVIDER_LINK', 'PERSONAL_TOKEN_MADE'
  ));
