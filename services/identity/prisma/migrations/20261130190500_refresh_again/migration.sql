SET lock_timeout = '2s';

-- A refresh token may come a second time within ten seconds, from the client that used it first: two tabs ask at once,
-- or the answer was lost. So a family can have more than one token that works, and what bounds them is `again_at`.
DROP INDEX refresh_token_one_live;
ALTER TABLE refresh_token
  ADD COLUMN used_from text,
  ADD COLUMN again_at timestamptz,
  ADD CONSTRAINT refresh_token_again CHECK (again_at IS NULL OR used_at IS NOT NULL);
ALTER TABLE oauth_record
  ADD COLUMN consumed_from text,
  ADD COLUMN again_at timestamptz,
  ADD CONSTRAINT oauth_record_again CHECK (again_at IS NULL OR consumed_at IS NOT NULL);
