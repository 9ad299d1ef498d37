-- How long an organization keeps its bookings, as privacy told last.
CREATE TABLE retention_rule (
  organization_id uuid PRIMARY KEY,
  booking_days int CONSTRAINT retention_rule_booking_days CHECK (booking_days BETWEEN 1 AND 3650),
  updated_at timestamptz NOT NULL
);

-- A booking's time to be kept begins with its end or its cancellation.
CREATE INDEX booking_over ON booking (organization_id, (coalesce(cancelled_at, end_at)));
