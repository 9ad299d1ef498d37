CREATE INDEX CONCURRENTLY refresh_token_from ON refresh_token (used_at) WHERE used_from IS NOT NULL;
