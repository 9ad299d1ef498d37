-- Links that let somebody in and news of what changed are mails about an address too. A change of address is two
-- of them, one to each address; the one to the new address holds it.
ALTER TABLE email_verification
  ADD COLUMN email bytea,
  ADD COLUMN email_index bytea,
  DROP CONSTRAINT email_verification_kind,
  ADD CONSTRAINT email_verification_kind CHECK (kind IN (
    'SIGN_UP', 'ALREADY_REGISTERED', 'RECOVERY', 'LOG_IN', 'EMAIL_CHANGE_OLD', 'EMAIL_CHANGE_NEW', 'PASSWORD_CHANGED'
  )),
  ADD CONSTRAINT email_verification_email CHECK (
    num_nonnulls(email, email_index) = CASE WHEN kind = 'EMAIL_CHANGE_NEW' THEN 2 ELSE 0 END
  ),
  ADD CONSTRAINT email_verification_email_index_size CHECK (octet_length(email_index) = 32);
