-- Time that a host keeps free of meetings. The reason is sealed with the account's key.
CREATE TABLE blocked_time (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL,
  account_id uuid NOT NULL,
  start_at timestamptz NOT NULL,
  end_at timestamptz NOT NULL,
  reason bytea,
  created_at timestamptz NOT NULL,
  CONSTRAINT blocked_time_order CHECK (start_at < end_at)
);
CREATE INDEX blocked_time_newest ON blocked_time (organization_id, id DESC);
CREATE INDEX blocked_time_account ON blocked_time (account_id, organization_id, id DESC);
CREATE INDEX blocked_time_during ON blocked_time USING gist (account_id, tstzrange(start_at, end_at));
