SET lock_timeout = '2s';

-- The defaults are what held before, for code that does not know of the columns.
ALTER TABLE meeting_type
  ADD COLUMN maximum_notice_minutes int CONSTRAINT meeting_type_maximum_notice CHECK (maximum_notice_minutes BETWEEN 1 AND 2635200),
  ADD COLUMN horizon_kind text NOT NULL DEFAULT 'ROLLING' CONSTRAINT meeting_type_horizon_kind CHECK (horizon_kind IN ('ROLLING', 'BUSINESS_DAYS', 'FIXED')),
  ADD COLUMN horizon_from date,
  ADD COLUMN horizon_to date,
  ADD CONSTRAINT meeting_type_horizon_dates CHECK (
    (horizon_kind = 'FIXED') = (horizon_from IS NOT NULL) AND (horizon_kind = 'FIXED') = (horizon_to IS NOT NULL) AND horizon_from <= horizon_to
  );

-- Of the hosts in one group one takes part in each meeting.
ALTER TABLE meeting_type_host
  ADD COLUMN host_group text CONSTRAINT meeting_type_host_group_length CHECK (char_length(host_group) BETWEEN 1 AND 60);

-- How many bookings of a meeting type each of its hosts takes in a day, week or month.
CREATE TABLE meeting_type_limit (
  meeting_type_id uuid NOT NULL REFERENCES meeting_type (id) ON DELETE CASCADE,
  period text NOT NULL CONSTRAINT meeting_type_limit_period CHECK (period IN ('DAY', 'WEEK', 'MONTH')),
  bookings int CONSTRAINT meeting_type_limit_bookings CHECK (bookings BETWEEN 1 AND 1000000),
  minutes int CONSTRAINT meeting_type_limit_minutes CHECK (minutes BETWEEN 1 AND 1000000),
  PRIMARY KEY (meeting_type_id, period),
  CONSTRAINT meeting_type_limit_something CHECK (num_nonnulls(bookings, minutes) > 0)
);

-- How many bookings of all meeting types together an account takes.
CREATE TABLE host_limit (
  organization_id uuid NOT NULL,
  account_id uuid NOT NULL,
  period text NOT NULL CONSTRAINT host_limit_period CHECK (period IN ('DAY', 'WEEK', 'MONTH')),
  bookings int CONSTRAINT host_limit_bookings CHECK (bookings BETWEEN 1 AND 1000000),
  minutes int CONSTRAINT host_limit_minutes CHECK (minutes BETWEEN 1 AND 1000000),
  PRIMARY KEY (organization_id, account_id, period),
  CONSTRAINT host_limit_something CHECK (num_nonnulls(bookings, minutes) > 0)
);

-- Round robin: why this host. With the time that is taken, so that a hold hands it to its booking.
ALTER TABLE reservation ADD COLUMN host_choice jsonb;
