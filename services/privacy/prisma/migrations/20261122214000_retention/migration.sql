-- The organization's row is the aggregate of its events, so it has an id of its own.
CREATE TABLE retention_rule (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL CONSTRAINT retention_rule_organization UNIQUE,
  booking_days int CONSTRAINT retention_rule_booking_days CHECK (booking_days BETWEEN 1 AND 3650),
  set_at timestamptz NOT NULL
);
