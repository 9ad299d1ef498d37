-- Workers take deliveries of each organization in turns, and those of accounts, which have none, before all others.
CREATE INDEX CONCURRENTLY delivery_turn ON delivery (organization_id, due_at, id) WHERE state IN ('PENDING', 'SENDING');
