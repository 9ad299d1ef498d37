-- What hosts call schedules and feeds says where they will be, so it is sealed with its owner's key. Only the service has
-- the keys: it seals the names that were stored in clear, and empties plain_name.
ALTER TABLE schedule RENAME COLUMN name TO plain_name;
ALTER TABLE schedule ALTER COLUMN plain_name DROP NOT NULL;
ALTER TABLE schedule ADD COLUMN name bytea;
CREATE INDEX schedule_unsealed ON schedule (id) WHERE plain_name IS NOT NULL;

ALTER TABLE calendar_feed RENAME COLUMN name TO plain_name;
ALTER TABLE calendar_feed ALTER COLUMN plain_name DROP NOT NULL;
ALTER TABLE calendar_feed ADD COLUMN name bytea;
CREATE INDEX calendar_feed_unsealed ON calendar_feed (id) WHERE plain_name IS NOT NULL;
