-- What is past its retention is found without reading the whole table, because it is deleted in many small batches. Here
-- and in the next four scripts: an index each, made while others write.
CREATE INDEX CONCURRENTLY account_unverified ON account (created_at) WHERE verified_at IS NULL AND erased_at IS NULL;
