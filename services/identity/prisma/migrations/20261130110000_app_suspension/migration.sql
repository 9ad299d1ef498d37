SET lock_timeout = '2s';

-- An owner approved what an app said of itself. When the app changes its company or gets another address, the approval
-- rests until an owner approves again.
ALTER TABLE app_approval ADD COLUMN suspended_at timestamptz;

ALTER TABLE organization_change
  DROP CONSTRAINT organization_change_kind,
  ADD CONSTRAINT organization_change_kind CHECK (kind IN (
    'CREATED', 'SETTINGS_CHANGED', 'MEMBER_INVITED', 'INVITATION_WITHDRAWN', 'MEMBER_JOINED', 'MEMBER_ROLE_CHANGED',
    'MEMBER_LEFT', 'OWNERSHIP_TRANSFERRED', 'ATTENDEES_SHOWN_TO_ADMINS', 'ATTENDEES_HIDDEN_FROM_ADMINS',
    'APP_APPROVED', 'APP_SUSPENDED', 'APP_SHUT_OUT', 'APP_READMITTED'
  ));

ALTER TABLE email_verification
  DROP CONSTRAINT email_verification_kind,
  ADD CONSTRAINT email_verification_kind CHECK (kind IN (
    'SIGN_UP', 'ALREADY_REGISTERED', 'RECOVERY', 'LOG_IN', 'EMAIL_CHANGE_OLD', 'EMAIL_CHANGE_NEW', 'PASSWORD_CHANGED',
    'ACCOUNT_DEACTIVATED', 'ACCOUNT_CLOSING', 'PASSKEY_ADDED', 'PASSKEY_REMOVED', 'CODES_ON', 'CODES_OFF',
    'RECOVERY_CODE_USED', 'RECOVERY_CODES_RENEWED', 'SUPPORT_ACCESS', 'PROVIDER_LINKED', 'PROVIDER_UNLINKED',
    'PROVIDER_LINK', 'PERSONAL_TOKEN_MADE', 'APP_SUSPENDED'
  ));
