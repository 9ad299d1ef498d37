SET lock_timeout = '2s';

-- How many meetings may be booked at once, as a series; 1: none.
ALTER TABLE meeting_type ADD COLUMN maximum_occurrences int NOT NULL DEFAULT 1
  CONSTRAINT meeting_type_maximum_occurrences CHECK (maximum_occurrences BETWEEN 1 AND 52);

-- Bookings that somebody made at once. By which rule (RFC 5545) their starts follow each other is told, not used again.
CREATE TABLE series (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL,
  frequency text NOT NULL CONSTRAINT series_frequency CHECK (frequency IN ('DAILY', 'WEEKLY', 'MONTHLY')),
  every int NOT NULL CONSTRAINT series_every CHECK (every BETWEEN 1 AND 12),
  created_at timestamptz NOT NULL
);
-- A start of a series that could not be had, and the code of the reason.
CREATE TABLE series_gap (
  series_id uuid NOT NULL REFERENCES series (id) ON DELETE CASCADE,
  start_at timestamptz NOT NULL,
  code text NOT NULL,
  PRIMARY KEY (series_id, start_at)
);

ALTER TABLE booking ADD COLUMN series_id uuid REFERENCES series (id);
CREATE INDEX booking_series ON booking (series_id, start_at) WHERE series_id IS NOT NULL;
