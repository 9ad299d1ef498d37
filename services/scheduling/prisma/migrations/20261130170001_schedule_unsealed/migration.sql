CREATE INDEX CONCURRENTLY schedule_unsealed ON schedule (id) WHERE name IS NOT NULL;
