-- Who changed what in an organization, in ids. Rows are only added; erasing a person takes their id out.
CREATE TABLE organization_change (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL,
  kind text NOT NULL,
  actor_id uuid,
  subject_id uuid,
  changed_at timestamptz NOT NULL,
  CONSTRAINT organization_change_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization (id) ON DELETE CASCADE,
  CONSTRAINT organization_change_kind CHECK (kind IN (
    'CREATED', 'SETTINGS_CHANGED', 'MEMBER_INVITED', 'INVITATION_WITHDRAWN', 'MEMBER_JOINED', 'MEMBER_ROLE_CHANGED',
    'MEMBER_LEFT', 'OWNERSHIP_TRANSFERRED'
  ))
);
CREATE INDEX organization_change_organization ON organization_change (organization_id, id);
CREATE INDEX organization_change_actor ON organization_change (actor_id);
CREATE INDEX organization_change_subject ON organization_change (subject_id);
