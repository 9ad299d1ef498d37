SET lock_timeout = '2s';

-- What an admin reassigns is among the changes that an owner reads.
ALTER TABLE organization_change
  DROP CONSTRAINT organization_change_kind,
  ADD CONSTRAINT organization_change_kind CHECK (kind IN (
    'CREATED', 'SETTINGS_CHANGED', 'MEMBER_INVITED', 'INVITATION_WITHDRAWN', 'MEMBER_JOINED', 'MEMBER_ROLE_CHANGED',
    'MEMBER_LEFT', 'OWNERSHIP_TRANSFERRED', 'ATTENDEES_SHOWN_TO_ADMINS', 'ATTENDEES_HIDDEN_FROM_ADMINS',
    'APP_APPROVED', 'APP_SUSPENDED', 'APP_SHUT_OUT', 'APP_READMITTED', 'BOOKING_REASSIGNED'
  ));
