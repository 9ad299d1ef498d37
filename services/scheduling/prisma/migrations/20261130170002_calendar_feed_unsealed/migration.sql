CREATE INDEX CONCURRENTLY calendar_feed_unsealed ON calendar_feed (id) WHERE name IS NOT NULL;
