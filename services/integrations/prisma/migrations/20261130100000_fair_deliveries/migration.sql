SET lock_timeout = '2s';

-- Workers take deliveries of each organization in turns, and those of accounts, which have none, before all others.
DROP INDEX delivery_due;
CREATE INDEX delivery_due ON delivery (organization_id, due_at, id) WHERE state IN ('PENDING', 'SENDING');
CREATE INDEX delivery_under_way ON delivery (organization_id) WHERE state = 'SENDING';
