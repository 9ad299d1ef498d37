-- A sign-up comes with a password, or with the account elsewhere that is to log its person in.
ALTER TABLE email_verification
  ADD COLUMN provider text,
  ADD COLUMN subject_index bytea,
  DROP CONSTRAINT email_verification_form,
  ADD CONSTRAINT email_verification_form CHECK (
    num_nonnulls(name, time_zone, locale) = CASE WHEN kind = 'SIGN_UP' AND used_at IS NULL THEN 3 ELSE 0 END
  ),
  ADD CONSTRAINT email_verification_means CHECK (
    num_nonnulls(password_hash, subject_index) = CASE WHEN kind = 'SIGN_UP' AND used_at IS NULL THEN 1 ELSE 0 END
  ),
  ADD CONSTRAINT email_verification_provider CHECK ((provider IS NULL) = (subject_index IS NULL));
