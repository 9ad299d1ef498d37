-- By what a session was begun: empty for those from before it was noted.
ALTER TABLE session
  ADD COLUMN methods text[] NOT NULL DEFAULT '{}',
  ADD CONSTRAINT session_methods CHECK (
    methods <@ ARRAY['PASSWORD', 'LINK', 'PASSKEY', 'CODE', 'RECOVERY_CODE', 'PROVIDER']
  );
