-- What is past its retention is found without reading the whole table, because it is deleted in many small batches.
CREATE INDEX account_unverified ON account (created_at) WHERE verified_at IS NULL AND erased_at IS NULL;
CREATE INDEX invitation_open ON invitation (expires_at) WHERE accepted_at IS NULL;
CREATE INDEX email_verification_expiry ON email_verification (expires_at);
CREATE INDEX session_end ON session ((coalesce(ended_at, expires_at)));
CREATE INDEX personal_token_expiry ON personal_token (expires_at);
