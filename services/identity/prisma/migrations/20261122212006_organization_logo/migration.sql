-- The picture beside an organization's name. It lies here, so that who opens a booking page tells no third party so.
CREATE TABLE organization_logo (
  organization_id uuid PRIMARY KEY,
  png bytea NOT NULL,
  hash text NOT NULL,
  changed_at timestamptz NOT NULL,
  CONSTRAINT organization_logo_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization (id) ON DELETE CASCADE,
  CONSTRAINT organization_logo_size CHECK (octet_length(png) BETWEEN 1 AND 65536),
  CONSTRAINT organization_logo_hash CHECK (hash ~ '^[0-9a-f]{32}$')
);
