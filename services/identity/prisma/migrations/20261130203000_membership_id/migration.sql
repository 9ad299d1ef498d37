SET lock_timeout = '2s';

-- Clients know a membership by an id that spells out neither the person nor the organization.
ALTER TABLE membership
  ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid(),
  ADD CONSTRAINT membership_id UNIQUE (id);
