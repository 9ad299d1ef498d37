-- A key pair of a person's own device (WebAuthn): the public half, and the name that they gave it, sealed.
CREATE TABLE passkey (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL,
  credential_id bytea NOT NULL,
  public_key bytea NOT NULL,
  sign_count bigint NOT NULL,
  is_backup_eligible boolean NOT NULL,
  is_backed_up boolean NOT NULL,
  name bytea NOT NULL,
  created_at timestamptz NOT NULL,
  last_used_at timestamptz,
  CONSTRAINT passkey_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE,
  -- WebAuthn, 4: a credential id has 16 bytes at least and 1,023 at most.
  CONSTRAINT passkey_credential_id_size CHECK (octet_length(credential_id) BETWEEN 16 AND 1023),
  CONSTRAINT passkey_sign_count CHECK (sign_count >= 0),
  CONSTRAINT passkey_backup CHECK (is_backup_eligible OR NOT is_backed_up)
);
CREATE UNIQUE INDEX passkey_credential_id_key ON passkey (credential_id);
CREATE INDEX passkey_account ON passkey (account_id, id);

-- What a device is to sign, once and within minutes: to log in for whoever comes, to all else within a session.
CREATE TABLE passkey_challenge (
  challenge_hash bytea PRIMARY KEY,
  use text NOT NULL,
  session_id uuid,
  expires_at timestamptz NOT NULL,
  CONSTRAINT passkey_challenge_session_id_fkey FOREIGN KEY (session_id) REFERENCES session (id) ON DELETE CASCADE,
  CONSTRAINT passkey_challenge_size CHECK (octet_length(challenge_hash) = 32),
  CONSTRAINT passkey_challenge_use CHECK (use IN ('ADD', 'LOG_IN', 'CONFIRM')),
  CONSTRAINT passkey_challenge_session CHECK ((use = 'LOG_IN') = (session_id IS NULL))
);
CREATE INDEX passkey_challenge_session_id ON passkey_challenge (session_id);
CREATE INDEX passkey_challenge_expiry ON passkey_challenge (expires_at);

-- What changes in how a person logs in is told to their address, and so is who else looked at their data.
ALTER TABLE email_verification
  DROP CONSTRAINT email_verification_kind,
  ADD CONSTRAINT email_verification_kind CHECK (kind IN (
    'SIGN_UP', 'ALREADY_REGISTERED', 'RECOVERY', 'LOG_IN', 'EMAIL_CHANGE_OLD', 'EMAIL_CHANGE_NEW', 'PASSWORD_CHANGED',
    'ACCOUNT_DEACTIVATED', 'ACCOUNT_CLOSING', 'PASSKEY_ADDED', 'PASSKEY_REMOVED', 'CODES_ON', 'CODES_OFF',
    'RECOVERY_CODE_USED', 'RECOVERY_CODES_RENEWED', 'SUPPORT_ACCESS', 'PROVIDER_LINKED', 'PROVIDER_UNLINKED'
  ));
