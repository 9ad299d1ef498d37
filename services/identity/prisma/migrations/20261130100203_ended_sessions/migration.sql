CREATE INDEX CONCURRENTLY session_end ON session ((coalesce(ended_at, expires_at)));
