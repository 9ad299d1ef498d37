-- Somebody is away, and perhaps on their way out: until the day of closing a log-in brings all of it back.
ALTER TABLE account
  ADD COLUMN deactivated_at timestamptz,
  ADD COLUMN closes_at timestamptz,
  ADD CONSTRAINT account_closes_while_away CHECK (closes_at IS NULL OR deactivated_at IS NOT NULL);
CREATE INDEX account_closes_at ON account (closes_at) WHERE closes_at IS NOT NULL;

ALTER TABLE email_verification
  DROP CONSTRAINT email_verification_kind,
  ADD CONSTRAINT email_verification_kind CHECK (kind IN (
    'SIGN_UP', 'ALREADY_REGISTERED', 'RECOVERY', 'LOG_IN', 'EMAIL_CHANGE_OLD', 'EMAIL_CHANGE_NEW', 'PASSWORD_CHANGED',
    'ACCOUNT_DEACTIVATED', 'ACCOUNT_CLOSING'
  ));
