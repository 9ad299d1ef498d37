-- An organization may let its admins see who attends. That is a change with a reason, which members read while it holds.
ALTER TABLE organization_change DROP CONSTRAINT organization_change_kind;
ALTER TABLE organization_change ADD CONSTRAINT organization_change_kind CHECK (kind IN (
  'CREATED', 'SETTINGS_CHANGED', 'MEMBER_INVITED', 'INVITATION_WITHDRAWN', 'MEMBER_JOINED', 'MEMBER_ROLE_CHANGED',
  'MEMBER_LEFT', 'OWNERSHIP_TRANSFERRED', 'ATTENDEES_SHOWN_TO_ADMINS', 'ATTENDEES_HIDDEN_FROM_ADMINS'
));
ALTER TABLE organization_change ADD COLUMN reason text;
ALTER TABLE organization_change ADD CONSTRAINT organization_change_reason
  CHECK ((reason IS NOT NULL) = (kind = 'ATTENDEES_SHOWN_TO_ADMINS'));
ALTER TABLE organization ADD COLUMN oversight_id uuid;
ALTER TABLE organization ADD CONSTRAINT organization_oversight_id_fkey
  FOREIGN KEY (oversight_id) REFERENCES organization_change (id) ON DELETE NO ACTION ON UPDATE NO ACTION;
