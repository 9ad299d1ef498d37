SET lock_timeout = '2s';

-- Every date and instant that a person gives lies in the years 1970 to 2199. One stored slip, such as the year 0027 for
-- 2027, closed every page of its host. From here on no slip is stored; the next script mends those of before, and the one
-- after it reads the tables for what is left. No script of the three keeps others from a table for longer than a moment.
ALTER TABLE absence ADD CONSTRAINT absence_known_time CHECK (starts_on >= '1970-01-01' AND ends_on < '2200-01-01') NOT VALID;
ALTER TABLE schedule_travel
  ADD CONSTRAINT schedule_travel_known_time CHECK (from_date >= '1970-01-01' AND to_date < '2200-01-01') NOT VALID;
ALTER TABLE schedule_override
  ADD CONSTRAINT schedule_override_known_time CHECK (on_date >= '1970-01-01' AND on_date < '2200-01-01') NOT VALID;
ALTER TABLE schedule_override_window
  ADD CONSTRAINT schedule_override_window_known_time CHECK (on_date >= '1970-01-01' AND on_date < '2200-01-01') NOT VALID;
ALTER TABLE meeting_type
  ADD CONSTRAINT meeting_type_known_time CHECK (horizon_from >= '1970-01-01' AND horizon_to < '2200-01-01') NOT VALID;
ALTER TABLE blocked_time
  ADD CONSTRAINT blocked_time_known_time CHECK (start_at >= '1970-01-01Z' AND end_at <= '2200-01-01Z') NOT VALID;
ALTER TABLE booking_link ADD CONSTRAINT booking_link_known_time CHECK (expires_at < '2200-01-01Z') NOT VALID;
ALTER TABLE booking
  ADD CONSTRAINT booking_known_time CHECK (start_at >= '1970-01-01Z' AND end_at <= '2200-01-01Z') NOT VALID;
ALTER TABLE booking_change
  ADD CONSTRAINT booking_change_known_time CHECK (start_at >= '1970-01-01Z' AND end_at <= '2200-01-01Z') NOT VALID;
ALTER TABLE hold ADD CONSTRAINT hold_known_time CHECK (start_at >= '1970-01-01Z' AND end_at <= '2200-01-01Z') NOT VALID;
ALTER TABLE series_gap
  ADD CONSTRAINT series_gap_known_time CHECK (start_at >= '1970-01-01Z' AND start_at < '2200-01-01Z') NOT VALID;
ALTER TABLE proposal
  ADD CONSTRAINT proposal_known_time CHECK ('1970-01-01Z' <= ALL (starts_at) AND '2200-01-01Z' > ALL (starts_at)) NOT VALID;
