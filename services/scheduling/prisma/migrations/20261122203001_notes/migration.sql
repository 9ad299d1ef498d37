-- What hosts note about an attendee of a booking, sealed with the attendee's own key.
CREATE TABLE booking_note (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL,
  booking_id uuid NOT NULL REFERENCES booking (id) ON DELETE CASCADE,
  attendee_id uuid NOT NULL REFERENCES attendee (id) ON DELETE CASCADE,
  author_id uuid NOT NULL,
  note bytea NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX booking_note_newest ON booking_note (booking_id, id DESC);
CREATE INDEX booking_note_attendee ON booking_note (attendee_id);
