-- A support agent has a name and neither address nor password: nothing but a passkey lets them in.
ALTER TABLE account
  ADD COLUMN is_staff boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT account_staff CHECK (NOT is_staff OR num_nonnulls(email, email_index, password_hash) = 0),
  DROP CONSTRAINT account_erased_is_blank,
  ADD CONSTRAINT account_erased_is_blank CHECK (
    num_nonnulls(email, email_index, name, time_zone, locale) =
      CASE WHEN erased_at IS NOT NULL THEN 0 WHEN is_staff THEN 1 ELSE 5 END
    AND (erased_at IS NULL OR password_hash IS NULL)
    AND (erased_at IS NOT NULL OR name IS NOT NULL)
  );

-- The link by which an agent's device makes a passkey, once; an operator hands it over.
CREATE TABLE staff_enrolment (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  CONSTRAINT staff_enrolment_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
);
CREATE INDEX staff_enrolment_account ON staff_enrolment (account_id);

ALTER TABLE passkey_challenge
  ADD COLUMN enrolment_id uuid,
  ADD CONSTRAINT passkey_challenge_enrolment_id_fkey FOREIGN KEY (enrolment_id) REFERENCES staff_enrolment (id) ON DELETE CASCADE,
  DROP CONSTRAINT passkey_challenge_use,
  DROP CONSTRAINT passkey_challenge_session,
  ADD CONSTRAINT passkey_challenge_use CHECK (use IN ('ADD', 'LOG_IN', 'CONFIRM', 'ENROL')),
  ADD CONSTRAINT passkey_challenge_session CHECK ((use IN ('ADD', 'CONFIRM')) = (session_id IS NOT NULL)),
  ADD CONSTRAINT passkey_challenge_enrolment CHECK ((use = 'ENROL') = (enrolment_id IS NOT NULL));
CREATE INDEX passkey_challenge_enrolment_id ON passkey_challenge (enrolment_id);

-- An agent may look at one person's data, for an hour at most. Rows stay; erasing the person takes their id and the ticket out.
CREATE TABLE support_access (
  id uuid PRIMARY KEY,
  staff_id uuid NOT NULL,
  account_id uuid,
  reason text NOT NULL,
  ticket text,
  opened_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at timestamptz,
  CONSTRAINT support_access_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES account (id),
  CONSTRAINT support_access_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE SET NULL,
  CONSTRAINT support_access_not_oneself CHECK (staff_id <> account_id),
  CONSTRAINT support_access_reason CHECK (reason IN (
    'LOG_IN_TROUBLE', 'BOOKING_TROUBLE', 'BILLING_QUESTION', 'RIGHTS_REQUEST', 'SECURITY_INCIDENT'
  )),
  CONSTRAINT support_access_ticket CHECK (ticket ~ '^[A-Za-z0-9][A-Za-z0-9-]{0,39}$'),
  CONSTRAINT support_access_an_hour CHECK (expires_at > opened_at AND expires_at <= opened_at + interval '60 minutes'),
  CONSTRAINT support_access_in_order CHECK (ended_at >= opened_at AND ended_at <= expires_at)
);
-- One person at a time.
CREATE UNIQUE INDEX support_access_one ON support_access (staff_id) WHERE ended_at IS NULL;
CREATE INDEX support_access_account ON support_access (account_id, id);
