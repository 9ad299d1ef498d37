SET lock_timeout = '2s';

-- Slips that were stored before are removed; ranges that reach out are cut.
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
