SET lock_timeout = '2s';

-- What the host blocks counts in every organization, what an admin blocks in the admin's organization alone. The rows of
-- before do not say who blocked; they keep counting everywhere.
ALTER TABLE blocked_time ADD COLUMN is_by_host boolean NOT NULL DEFAULT true;
