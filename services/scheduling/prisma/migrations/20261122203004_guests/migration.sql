SET lock_timeout = '2s';

-- Guests are attendees whom somebody else has invited. Ten of a booking at most, those who left included: position has it.
ALTER TABLE attendee
  ADD COLUMN kind text NOT NULL DEFAULT 'ATTENDEE' CONSTRAINT attendee_kind CHECK (kind IN ('ATTENDEE', 'GUEST')),
  ADD COLUMN invited_by_id uuid,
  ADD COLUMN left_at timestamptz,
  ADD CONSTRAINT attendee_invited CHECK ((kind = 'GUEST') = (invited_by_id IS NOT NULL)),
  ADD CONSTRAINT attendee_left CHECK (left_at IS NULL OR kind = 'GUEST'),
  DROP CONSTRAINT attendee_erased,
  ADD CONSTRAINT attendee_erased CHECK (erased_at IS NOT NULL
    OR (email IS NOT NULL AND email_index IS NOT NULL AND (name IS NOT NULL OR kind = 'GUEST'))),
  ADD CONSTRAINT attendee_guests CHECK (kind <> 'GUEST' OR position BETWEEN 1 AND 10);

-- Two kinds of changes more, whichever there are already.
DO $$
DECLARE
  known text := pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'booking_change_kind';
BEGIN
  EXECUTE 'ALTER TABLE booking_change DROP CONSTRAINT booking_change_kind, ADD CONSTRAINT booking_change_kind '
    || replace(known, 'ARRAY[', 'ARRAY[''GUESTS_INVITED''::text, ''GUEST_LEFT''::text, ');
END
$$;
