-- An organization keeps an app from its data, whoever of its members let the app in.
CREATE TABLE app_exclusion (
  app_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  excluded_at timestamptz NOT NULL,
  PRIMARY KEY (app_id, organization_id),
  CONSTRAINT app_exclusion_app_id_fkey FOREIGN KEY (app_id) REFERENCES app (id) ON DELETE CASCADE,
  CONSTRAINT app_exclusion_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization (id) ON DELETE CASCADE
);
CREATE INDEX app_exclusion_organization ON app_exclusion (organization_id);

ALTER TABLE organization_change DROP CONSTRAINT organization_change_kind;
ALTER TABLE organization_change ADD CONSTRAINT organization_change_kind CHECK (kind IN (
  'CREATED', 'SETTINGS_CHANGED', 'MEMBER_INVITED', 'INVITATION_WITHDRAWN', 'MEMBER_JOINED', 'MEMBER_ROLE_CHANGED',
  'MEMBER_LEFT', 'OWNERSHIP_TRANSFERRED', 'ATTENDEES_SHOWN_TO_ADMINS', 'ATTENDEES_HIDDEN_FROM_ADMINS',
  'APP_APPROVED', 'APP_SHUT_OUT', 'APP_READMITTED'
));

-- Since when a member has let an app in.
ALTER TABLE oauth_record ADD COLUMN created_at timestamptz NOT NULL DEFAULT now();
