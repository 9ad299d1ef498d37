CREATE INDEX CONCURRENTLY personal_token_expiry ON personal_token (expires_at);
