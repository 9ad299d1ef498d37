CREATE INDEX CONCURRENTLY delivery_under_way ON delivery (organization_id) WHERE state = 'SENDING';
