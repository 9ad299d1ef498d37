-- A secret address at which calendars read the bookings of an account, or the one booking of an attendee. Whoever has
-- a copy of this table has no address.
CREATE TABLE calendar_feed (
  id uuid PRIMARY KEY,
  account_id uuid,
  attendee_id uuid REFERENCES attendee (id) ON DELETE CASCADE,
  name text NOT NULL CONSTRAINT calendar_feed_name_length CHECK (char_length(name) BETWEEN 1 AND 60),
  details text[] NOT NULL CONSTRAINT calendar_feed_details CHECK (details <@ ARRAY['TITLE', 'LOCATION', 'ATTENDEE_FIRST_NAME']),
  secret_index bytea NOT NULL CONSTRAINT calendar_feed_secret UNIQUE,
  created_at timestamptz NOT NULL,
  CONSTRAINT calendar_feed_owner CHECK (num_nonnulls(account_id, attendee_id) = 1)
);
CREATE INDEX calendar_feed_account ON calendar_feed (account_id, id);
CREATE INDEX calendar_feed_attendee ON calendar_feed (attendee_id, id);
