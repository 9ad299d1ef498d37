-- What happened to a booking, one row per change, in order; what it was from then on, and who did it.
CREATE TABLE booking_change (
  booking_id uuid NOT NULL REFERENCES booking (id) ON DELETE CASCADE,
  position int NOT NULL CONSTRAINT booking_change_position CHECK (position >= 0),
  organization_id uuid NOT NULL,
  kind text NOT NULL CONSTRAINT booking_change_kind CHECK (kind IN ('MADE', 'CONFIRMED', 'DECLINED', 'RESCHEDULED', 'CANCELLED')),
  state text NOT NULL CONSTRAINT booking_change_state CHECK (state IN ('PENDING', 'CONFIRMED', 'DECLINED', 'CANCELLED')),
  start_at timestamptz NOT NULL,
  end_at timestamptz NOT NULL,
  changed_by text NOT NULL CONSTRAINT booking_change_by CHECK (changed_by IN ('HOST', 'ATTENDEE', 'ADMIN', 'SYSTEM')),
  changed_by_id uuid,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (booking_id, position),
  CONSTRAINT booking_change_by_whom CHECK ((changed_by = 'SYSTEM') = (changed_by_id IS NULL))
);

-- Why a booking was moved, sealed once for each attendee with the attendee's own key. Why it was cancelled or declined,
-- which happens once, is in the attendee's own row.
CREATE TABLE change_reason (
  booking_id uuid NOT NULL,
  position int NOT NULL,
  attendee_id uuid NOT NULL REFERENCES attendee (id) ON DELETE CASCADE,
  reason bytea NOT NULL,
  PRIMARY KEY (booking_id, position, attendee_id),
  FOREIGN KEY (booking_id, position) REFERENCES booking_change (booking_id, position) ON DELETE CASCADE
);
CREATE INDEX change_reason_attendee ON change_reason (attendee_id);

-- Of bookings from before only the first and the last change are known, and where they are now.
INSERT INTO booking_change (booking_id, position, organization_id, kind, state, start_at, end_at, changed_by, changed_by_id, changed_at)
SELECT b.id, 0, b.organization_id, 'MADE', CASE b.state WHEN 'PENDING' THEN 'PENDING' ELSE 'CONFIRMED' END, b.start_at, b.end_at,
  'ATTENDEE', a.id, b.created_at
FROM booking b JOIN attendee a ON a.booking_id = b.id AND a.position = 0;
INSERT INTO booking_change (booking_id, position, organization_id, kind, state, start_at, end_at, changed_by, changed_by_id, changed_at)
SELECT b.id, 1, b.organization_id, b.state, b.state, b.start_at, b.end_at, b.cancelled_by, b.cancelled_by_id, b.cancelled_at
FROM booking b WHERE b.cancelled_at IS NOT NULL AND ((b.cancelled_by = 'SYSTEM') = (b.cancelled_by_id IS NULL));
