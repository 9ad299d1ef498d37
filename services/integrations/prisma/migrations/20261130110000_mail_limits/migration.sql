SET lock_timeout = '2s';

-- A host, an admin or an imported file made the booking, and not its attendee.
ALTER TABLE booking ADD COLUMN is_on_behalf boolean NOT NULL DEFAULT false;

-- The key is a keyed hash: of an address, a sender, an organization, or a booking and its reader.
CREATE TABLE mail_count (
  key bytea PRIMARY KEY CHECK (octet_length(key) = 32),
  count integer NOT NULL,
  ends_at timestamptz NOT NULL
);
CREATE INDEX mail_count_over ON mail_count (ends_at);
