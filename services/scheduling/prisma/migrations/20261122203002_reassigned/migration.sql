SET lock_timeout = '2s';

-- That a booking was given to another host by hand, and from whom to whom.
ALTER TABLE booking_change
  ADD COLUMN from_host_id uuid,
  ADD COLUMN to_host_id uuid,
  DROP CONSTRAINT booking_change_kind,
  ADD CONSTRAINT booking_change_kind CHECK (kind IN
    ('MADE', 'CONFIRMED', 'DECLINED', 'RESCHEDULED', 'REASSIGNED', 'CANCELLED', 'NO_SHOW', 'NO_SHOW_UNDONE')),
  ADD CONSTRAINT booking_change_hosts CHECK (
    (kind = 'REASSIGNED') = (from_host_id IS NOT NULL) AND (kind = 'REASSIGNED') = (to_host_id IS NOT NULL));
