-- The organizations whose admins may see who attends, as identity told last. No row: they may not.
CREATE TABLE oversight (
  organization_id uuid PRIMARY KEY,
  since timestamptz NOT NULL
);
