SET lock_timeout = '2s';

-- Until how long before its start an attendee may cancel and move a booking, as it was said when it was booked; 0: until its end.
ALTER TABLE booking
  ADD COLUMN change_notice_minutes int NOT NULL DEFAULT 0
    CONSTRAINT booking_change_notice CHECK (change_notice_minutes BETWEEN 0 AND 525600);
-- Of bookings from before only what holds now is known.
UPDATE booking b SET change_notice_minutes = t.change_notice_minutes
FROM meeting_type t WHERE t.id = b.meeting_type_id AND t.change_notice_minutes > 0;
