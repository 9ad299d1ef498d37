SET lock_timeout = '2s';

-- What hosts call schedules and feeds says where they will be, so it is sealed with its owner's key. Only the service has
-- the keys: it seals the names that are stored in clear, and empties `name`.
-- A process of the former version writes `name` until it ends. A later release drops that column and the indexes of
-- unsealed names.
ALTER TABLE schedule ALTER COLUMN name DROP NOT NULL, ADD COLUMN sealed_name bytea;
ALTER TABLE calendar_feed ALTER COLUMN name DROP NOT NULL, ADD COLUMN sealed_name bytea;
