-- A meeting type can be booked by whoever has the link's token, so many times, until it expires. Of the
-- token only an HMAC is kept.
CREATE TABLE booking_link (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL,
  meeting_type_id uuid NOT NULL REFERENCES meeting_type (id) ON DELETE CASCADE,
  token_hash text NOT NULL CONSTRAINT booking_link_token UNIQUE,
  duration_minutes int CONSTRAINT booking_link_duration CHECK (duration_minutes BETWEEN 1 AND 1440),
  maximum_uses int NOT NULL CONSTRAINT booking_link_maximum CHECK (maximum_uses BETWEEN 1 AND 1000),
  uses int NOT NULL DEFAULT 0 CONSTRAINT booking_link_uses CHECK (uses BETWEEN 0 AND maximum_uses),
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT booking_link_order CHECK (created_at < expires_at)
);
CREATE INDEX booking_link_newest ON booking_link (meeting_type_id, id DESC);
CREATE INDEX booking_link_expiry ON booking_link (expires_at);
