SET lock_timeout = '2s';

-- A mail is counted when the mail server is first given it, whatever attempts to write it failed before.
ALTER TABLE delivery ADD COLUMN was_handed_over boolean NOT NULL DEFAULT false;
