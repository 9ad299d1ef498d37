CREATE INDEX CONCURRENTLY invitation_open ON invitation (expires_at) WHERE accepted_at IS NULL;
