-- Dates on which an account hosts nothing in an organization. The reason is sealed with the account's key.
CREATE TABLE absence (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL,
  account_id uuid NOT NULL,
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  stand_in_id uuid,
  reason bytea,
  created_at timestamptz NOT NULL,
  CONSTRAINT absence_order CHECK (starts_on <= ends_on),
  CONSTRAINT absence_stand_in CHECK (stand_in_id <> account_id)
);
CREATE INDEX absence_newest ON absence (organization_id, id DESC);
CREATE INDEX absence_account ON absence (account_id, organization_id, id DESC);
