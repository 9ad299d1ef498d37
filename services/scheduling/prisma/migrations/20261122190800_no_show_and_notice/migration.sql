-- That nobody came is noted by a host, and can be taken back. That a meeting is over nobody has to write down.
ALTER TABLE booking
  ADD COLUMN no_show_at timestamptz,
  ADD COLUMN no_show_by_id uuid,
  ADD CONSTRAINT booking_no_show CHECK ((no_show_at IS NULL) = (no_show_by_id IS NULL) AND (no_show_at IS NULL OR state = 'CONFIRMED'));

-- Until how long before the start an attendee may cancel and move; 0: until the end.
ALTER TABLE meeting_type
  ADD COLUMN change_notice_minutes int NOT NULL DEFAULT 0
    CONSTRAINT meeting_type_change_notice CHECK (change_notice_minutes BETWEEN 0 AND 525600);

ALTER TABLE booking_change
  DROP CONSTRAINT booking_change_kind,
  ADD CONSTRAINT booking_change_kind CHECK (kind IN ('MADE', 'CONFIRMED', 'DECLINED', 'RESCHEDULED', 'CANCELLED', 'NO_SHOW', 'NO_SHOW_UNDONE'));
