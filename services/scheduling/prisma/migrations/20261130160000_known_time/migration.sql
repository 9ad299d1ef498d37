-- Every date and instant that a person gives lies in the years 1970 to 2199. One stored slip, such as the year 0027 for
-- 2027, closed every page of its host. Slips that are stored already are removed; ranges that reach out are cut.
DELETE FROM absence WHERE ends_on < '1970-01-01' OR starts_on > '2199-12-31';
UPDATE absence SET starts_on = greatest(starts_on, '1970-01-01'), ends_on = least(ends_on, '2199-12-31')
  WHERE starts_on < '1970-01-01' OR ends_on > '2199-12-31';
DELETE FROM schedule_travel WHERE to_date < '1970-01-01' OR from_date > '2199-12-31';
UPDATE schedule_travel SET from_date = greatest(from_date, '1970-01-01'), to_date = least(to_date, '2199-12-31')
  WHERE from_date < '1970-01-01' OR to_date > '2199-12-31';
DELETE FROM schedule_override_window WHERE on_date NOT BETWEEN '1970-01-01' AND '2199-12-31';
DELETE FROM schedule_override WHERE on_date NOT BETWEEN '1970-01-01' AND '2199-12-31';
UPDATE meeting_type SET
    horizon_from = least(greatest(horizon_from, '1970-01-01'), '2199-12-31'),
    horizon_to = least(greatest(horizon_to, '1970-01-01'), '2199-12-31')
  WHERE horizon_from NOT BETWEEN '1970-01-01' AND '2199-12-31' OR horizon_to NOT BETWEEN '1970-01-01' AND '2199-12-31';
DELETE FROM blocked_time WHERE end_at <= '1970-01-01Z' OR start_at >= '2200-01-01Z';
UPDATE blocked_time SET start_at = greatest(start_at, '1970-01-01Z'), end_at = least(end_at, '2200-01-01Z')
  WHERE start_at < '1970-01-01Z' OR end_at > '2200-01-01Z';

ALTER TABLE absence ADD CONSTRAINT absence_known_time CHECK (starts_on >= '1970-01-01' AND ends_on < '2200-01-01');
ALTER TABLE schedule_travel
  ADD CONSTRAINT schedule_travel_known_time CHECK (from_date >= '1970-01-01' AND to_date < '2200-01-01');
ALTER TABLE schedule_override
  ADD CONSTRAINT schedule_override_known_time CHECK (on_date >= '1970-01-01' AND on_date < '2200-01-01');
ALTER TABLE schedule_override_window
  ADD CONSTRAINT schedule_override_window_known_time CHECK (on_date >= '1970-01-01' AND on_date < '2200-01-01');
ALTER TABLE meeting_type
  ADD CONSTRAINT meeting_type_known_time CHECK (horizon_from >= '1970-01-01' AND horizon_to < '2200-01-01');
ALTER TABLE blocked_time
  ADD CONSTRAINT blocked_time_known_time CHECK (start_at >= '1970-01-01Z' AND end_at <= '2200-01-01Z');
ALTER TABLE booking_link ADD CONSTRAINT booking_link_known_time CHECK (expires_at < '2200-01-01Z');
ALTER TABLE booking
  ADD CONSTRAINT booking_known_time CHECK (start_at >= '1970-01-01Z' AND end_at <= '2200-01-01Z');
ALTER TABLE booking_change
  ADD CONSTRAINT booking_change_known_time CHECK (start_at >= '1970-01-01Z' AND end_at <= '2200-01-01Z');
ALTER TABLE hold ADD CONSTRAINT hold_known_time CHECK (start_at >= '1970-01-01Z' AND end_at <= '2200-01-01Z');
ALTER TABLE series_gap
  ADD CONSTRAINT series_gap_known_time CHECK (start_at >= '1970-01-01Z' AND start_at < '2200-01-01Z');
ALTER TABLE proposal
  ADD CONSTRAINT proposal_known_time CHECK ('1970-01-01Z' <= ALL (starts_at) AND '2200-01-01Z' > ALL (starts_at));
