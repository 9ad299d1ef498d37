SET lock_timeout = '2s';

ALTER TABLE schedule
  ADD COLUMN is_default boolean NOT NULL DEFAULT false,
  ADD COLUMN holiday_country text CONSTRAINT schedule_holiday_country_form CHECK (holiday_country ~ '^[A-Z]{2}$');
-- Each host's oldest schedule is the default until somebody says otherwise.
UPDATE schedule SET is_default = true
WHERE id IN (SELECT DISTINCT ON (organization_id, owner_id) id FROM schedule ORDER BY organization_id, owner_id, id);
CREATE UNIQUE INDEX schedule_default ON schedule (organization_id, owner_id) WHERE is_default;

-- Dates on which a schedule's hours are wall times of another zone.
CREATE TABLE schedule_travel (
  schedule_id uuid NOT NULL REFERENCES schedule (id) ON DELETE CASCADE,
  from_date date NOT NULL,
  to_date date NOT NULL,
  time_zone text NOT NULL CONSTRAINT schedule_travel_time_zone_length CHECK (char_length(time_zone) BETWEEN 1 AND 64),
  PRIMARY KEY (schedule_id, from_date),
  CONSTRAINT schedule_travel_order CHECK (from_date <= to_date)
);
