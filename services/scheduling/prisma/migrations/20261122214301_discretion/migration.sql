-- Organizations whose hosts may not show attendees to each other, as identity told last.
CREATE TABLE discretion (organization_id uuid PRIMARY KEY, since timestamptz NOT NULL);
