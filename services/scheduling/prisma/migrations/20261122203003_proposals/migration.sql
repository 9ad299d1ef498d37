SET lock_timeout = '2s';

-- Other times for a booking that one side asks the other about. Nothing is reserved for them. One that is open counts for as
-- long as the booking is what it was (sequence).
CREATE TABLE proposal (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL,
  booking_id uuid NOT NULL REFERENCES booking (id) ON DELETE CASCADE,
  sequence int NOT NULL,
  starts_at timestamptz[] NOT NULL CONSTRAINT proposal_starts CHECK (cardinality(starts_at) BETWEEN 1 AND 5),
  state text NOT NULL CONSTRAINT proposal_state CHECK (state IN ('OPEN', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'EXPIRED')),
  proposed_by text NOT NULL CONSTRAINT proposal_by CHECK (proposed_by IN ('HOST', 'ATTENDEE', 'ADMIN')),
  proposed_by_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  answered_at timestamptz,
  CONSTRAINT proposal_answered CHECK ((state = 'OPEN') = (answered_at IS NULL))
);
CREATE UNIQUE INDEX proposal_open ON proposal (booking_id) WHERE state = 'OPEN';
CREATE INDEX proposal_newest ON proposal (booking_id, id DESC);

ALTER TABLE booking_change
  DROP CONSTRAINT booking_change_kind,
  ADD CONSTRAINT booking_change_kind CHECK (kind IN
    ('MADE', 'CONFIRMED', 'DECLINED', 'RESCHEDULED', 'REASSIGNED', 'CANCELLED', 'NO_SHOW', 'NO_SHOW_UNDONE',
     'TIMES_PROPOSED', 'TIMES_DECLINED', 'TIMES_WITHDRAWN'));
