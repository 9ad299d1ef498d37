SET lock_timeout = '2s';

-- An app that an owner installed acts for the organization with its own token, which names no person.
CREATE TABLE app_installation (
  app_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  scopes text[] NOT NULL,
  installed_at timestamptz NOT NULL,
  suspended_at timestamptz,
  last_used_on date,
  CONSTRAINT app_installation_pkey PRIMARY KEY (app_id, organization_id),
  CONSTRAINT app_installation_app_id_fkey FOREIGN KEY (app_id) REFERENCES app (id) ON DELETE CASCADE,
  CONSTRAINT app_installation_organization_id_fkey
    FOREIGN KEY (organization_id) REFERENCES organization (id) ON DELETE CASCADE,
  CONSTRAINT app_installation_scopes CHECK (cardinality(scopes) BETWEEN 1 AND 50)
);
CREATE INDEX app_installation_organization ON app_installation (organization_id);

-- The day on which an app last used what a person let it do.
ALTER TABLE oauth_record ADD COLUMN last_used_on date;

ALTER TABLE organization_change
  DROP CONSTRAINT organization_change_kind,
  ADD CONSTRAINT organization_change_kind CHECK (kind IN (
    'CREATED', 'SETTINGS_CHANGED', 'MEMBER_INVITED', 'INVITATION_WITHDRAWN', 'MEMBER_JOINED', 'MEMBER_ROLE_CHANGED',
    'MEMBER_LEFT', 'OWNERSHIP_TRANSFERRED', 'ATTENDEES_SHOWN_TO_ADMINS', 'ATTENDEES_HIDDEN_FROM_ADMINS',
    'APP_APPROVED', 'APP_SUSPENDED', 'APP_SHUT_OUT', 'APP_READMITTED', 'APP_INSTALLED', 'APP_UNINSTALLED',
    'BOOKING_REASSIGNED'
  ));
