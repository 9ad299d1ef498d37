SET lock_timeout = '2s';

-- What an organization says of itself on its booking pages, how they look, and where they may be shown.
ALTER TABLE organization
  ADD COLUMN description text NOT NULL DEFAULT '',
  ADD COLUMN accent_color text,
  ADD COLUMN embed_origins text[] NOT NULL DEFAULT '{}',
  ADD COLUMN is_findable boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT organization_description CHECK (length(description) <= 1000),
  ADD CONSTRAINT organization_accent_color CHECK (accent_color ~ '^#[0-9a-f]{6}$'),
  ADD CONSTRAINT organization_embed_origins CHECK (cardinality(embed_origins) <= 20);
