-- A host may want to say yes to each booking. Until then its time is reserved, and until answer_by at the latest.
ALTER TABLE meeting_type
  ADD COLUMN needs_confirmation boolean NOT NULL DEFAULT false,
  ADD COLUMN confirm_within_minutes int NOT NULL DEFAULT 2880
    CONSTRAINT meeting_type_confirm_within CHECK (confirm_within_minutes BETWEEN 1 AND 43200);

ALTER TABLE booking
  ADD COLUMN answer_by timestamptz,
  DROP CONSTRAINT booking_state,
  DROP CONSTRAINT booking_cancelled_by,
  DROP CONSTRAINT booking_cancellation,
  ADD CONSTRAINT booking_state CHECK (state IN ('PENDING', 'CONFIRMED', 'DECLINED', 'CANCELLED')),
  ADD CONSTRAINT booking_cancelled_by CHECK (cancelled_by IN ('HOST', 'ATTENDEE', 'ADMIN', 'SYSTEM')),
  ADD CONSTRAINT booking_cancellation CHECK ((state IN ('DECLINED', 'CANCELLED')) = (cancelled_at IS NOT NULL) AND (cancelled_at IS NULL) = (cancelled_by IS NULL)),
  ADD CONSTRAINT booking_answer_by CHECK ((state = 'PENDING') = (answer_by IS NOT NULL));
CREATE INDEX booking_unanswered ON booking (answer_by) WHERE state = 'PENDING';
