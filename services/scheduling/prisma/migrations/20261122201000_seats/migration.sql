SET lock_timeout = '2s';

-- How many people attend one meeting, each by a booking of their own, and whether a slot tells how many seats are left.
ALTER TABLE meeting_type
  ADD COLUMN seats int NOT NULL DEFAULT 1 CONSTRAINT meeting_type_seats CHECK (seats BETWEEN 1 AND 1000),
  ADD COLUMN shows_seats boolean NOT NULL DEFAULT false;

-- Bookings and holds of one meeting share its occurrence: they take the same time, and different seats of it. The defaults
-- are what holds for whatever has its time for itself.
ALTER TABLE reservation ADD COLUMN occurrence_id uuid;
UPDATE reservation SET occurrence_id = coalesce(booking_id, hold_id, id);
ALTER TABLE reservation
  ALTER COLUMN occurrence_id SET DEFAULT gen_random_uuid(),
  ALTER COLUMN occurrence_id SET NOT NULL,
  ADD COLUMN seat int NOT NULL DEFAULT 0,
  ADD COLUMN seats int NOT NULL DEFAULT 1,
  ADD CONSTRAINT reservation_seat_bound CHECK (seat >= 0 AND seat < seats AND seats <= 1000),
  DROP CONSTRAINT reservation_no_overlap,
  ADD CONSTRAINT reservation_no_overlap
    EXCLUDE USING gist (host_id WITH =, during WITH &&, occurrence_id WITH <>) WHERE (state IN ('HELD', 'PENDING', 'CONFIRMED'));
-- A seat is one booking's: with the bound above there are never more of them than the meeting has.
CREATE UNIQUE INDEX reservation_seat ON reservation (occurrence_id, host_id, seat) WHERE state IN ('HELD', 'PENDING', 'CONFIRMED');
