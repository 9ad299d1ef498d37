CREATE INDEX CONCURRENTLY oauth_record_from ON oauth_record (consumed_at) WHERE consumed_from IS NOT NULL;
