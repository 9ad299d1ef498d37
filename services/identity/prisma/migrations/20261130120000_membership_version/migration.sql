SET lock_timeout = '2s';

-- Two memberships of one person in one organization, before and after leaving, differ by the version of the organization
-- at which they began. 0: it began before versions were kept.
ALTER TABLE membership ADD COLUMN version bigint NOT NULL DEFAULT 0;
