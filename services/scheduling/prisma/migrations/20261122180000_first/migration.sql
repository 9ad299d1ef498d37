-- shell: begin
CREATE TABLE outbox (
  id uuid PRIMARY KEY,
  type text NOT NULL,
  schema_version int NOT NULL,
  organization_id uuid,
  aggregate_id uuid NOT NULL,
  aggregate_version bigint NOT NULL,
  occurred_at timestamptz NOT NULL,
  traceparent text,
  data jsonb NOT NULL,
  published_at timestamptz,
  seq bigint GENERATED ALWAYS AS IDENTITY
);
CREATE INDEX outbox_unpublished ON outbox (seq) WHERE published_at IS NULL;
CREATE UNIQUE INDEX outbox_aggregate ON outbox (aggregate_id, aggregate_version);
CREATE FUNCTION notify_outbox() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('outbox', '');
  RETURN NULL;
END
$$;
CREATE TRIGGER outbox_notify AFTER INSERT ON outbox
  FOR EACH STATEMENT EXECUTE FUNCTION notify_outbox();

CREATE TABLE inbox (
  consumer text NOT NULL,
  event_id uuid NOT NULL,
  received_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (consumer, event_id)
);
CREATE TABLE aggregate_seen (
  consumer text NOT NULL,
  aggregate_id uuid NOT NULL,
  version bigint NOT NULL,
  attempts int NOT NULL DEFAULT 0,
  PRIMARY KEY (consumer, aggregate_id)
);
CREATE TABLE aggregate_version (
  aggregate_id uuid PRIMARY KEY,
  version bigint NOT NULL
);
CREATE TABLE dead_letter (
  id uuid PRIMARY KEY,
  consumer text NOT NULL,
  event_id uuid NOT NULL,
  type text NOT NULL,
  envelope jsonb NOT NULL,
  error_code text NOT NULL,
  attempts int NOT NULL,
  died_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (consumer, event_id)
);
CREATE TABLE idempotency (
  principal text NOT NULL,
  operation text NOT NULL,
  key text NOT NULL,
  request_hash bytea NOT NULL,
  result_id uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (principal, operation, key)
);
-- shell: end

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- When a host can be booked, in wall time.
CREATE TABLE schedule (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL,
  owner_id uuid NOT NULL,
  name text NOT NULL CONSTRAINT schedule_name_length CHECK (char_length(name) BETWEEN 1 AND 100),
  time_zone text NOT NULL CONSTRAINT schedule_time_zone_length CHECK (char_length(time_zone) BETWEEN 1 AND 64),
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX schedule_newest ON schedule (organization_id, id DESC);
CREATE INDEX schedule_owner ON schedule (organization_id, owner_id, id DESC);

-- Minutes since local midnight. An end at or before the start lies on the next day.
CREATE TABLE schedule_window (
  schedule_id uuid NOT NULL REFERENCES schedule (id) ON DELETE CASCADE,
  position smallint NOT NULL,
  days smallint[] NOT NULL,
  start_minute smallint NOT NULL,
  end_minute smallint NOT NULL,
  PRIMARY KEY (schedule_id, position),
  CONSTRAINT schedule_window_days CHECK (cardinality(days) BETWEEN 1 AND 7 AND 1 <= ALL (days) AND 7 >= ALL (days)),
  CONSTRAINT schedule_window_times CHECK (start_minute BETWEEN 0 AND 1439 AND end_minute BETWEEN 1 AND 1440 AND start_minute <> end_minute)
);

-- A date whose hours differ from the week's; one without windows is closed.
CREATE TABLE schedule_override (
  schedule_id uuid NOT NULL REFERENCES schedule (id) ON DELETE CASCADE,
  on_date date NOT NULL,
  PRIMARY KEY (schedule_id, on_date)
);
CREATE TABLE schedule_override_window (
  schedule_id uuid NOT NULL,
  on_date date NOT NULL,
  position smallint NOT NULL,
  start_minute smallint NOT NULL,
  end_minute smallint NOT NULL,
  PRIMARY KEY (schedule_id, on_date, position),
  FOREIGN KEY (schedule_id, on_date) REFERENCES schedule_override (schedule_id, on_date) ON DELETE CASCADE,
  CONSTRAINT schedule_override_window_times CHECK (start_minute BETWEEN 0 AND 1439 AND end_minute BETWEEN 1 AND 1440 AND start_minute <> end_minute)
);

CREATE TABLE meeting_type (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL,
  slug text NOT NULL CONSTRAINT meeting_type_slug_form CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND char_length(slug) BETWEEN 2 AND 60),
  title text NOT NULL CONSTRAINT meeting_type_title_length CHECK (char_length(title) BETWEEN 1 AND 150),
  description text NOT NULL CONSTRAINT meeting_type_description_length CHECK (char_length(description) <= 5000),
  durations_minutes int[] NOT NULL CONSTRAINT meeting_type_durations CHECK (cardinality(durations_minutes) BETWEEN 1 AND 10 AND 1 <= ALL (durations_minutes) AND 1440 >= ALL (durations_minutes)),
  step_minutes int NOT NULL CONSTRAINT meeting_type_step CHECK (step_minutes BETWEEN 1 AND 1440),
  buffer_before_minutes int NOT NULL CONSTRAINT meeting_type_buffer_before CHECK (buffer_before_minutes BETWEEN 0 AND 1440),
  buffer_after_minutes int NOT NULL CONSTRAINT meeting_type_buffer_after CHECK (buffer_after_minutes BETWEEN 0 AND 1440),
  notice_minutes int NOT NULL CONSTRAINT meeting_type_notice CHECK (notice_minutes BETWEEN 0 AND 525600),
  horizon_days int NOT NULL CONSTRAINT meeting_type_horizon CHECK (horizon_days BETWEEN 1 AND 730),
  mode text NOT NULL CONSTRAINT meeting_type_mode CHECK (mode IN ('ONE_HOST', 'COLLECTIVE', 'ROUND_ROBIN')),
  location_kind text NOT NULL CONSTRAINT meeting_type_location_kind CHECK (location_kind IN ('ONLINE', 'IN_PERSON', 'HOST_CALLS', 'ATTENDEE_CALLS')),
  location_text text CONSTRAINT meeting_type_location_length CHECK (char_length(location_text) BETWEEN 1 AND 500),
  is_active boolean NOT NULL,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT meeting_type_slug_taken UNIQUE (organization_id, slug)
);
CREATE INDEX meeting_type_newest ON meeting_type (organization_id, id DESC);

CREATE TABLE meeting_type_host (
  meeting_type_id uuid NOT NULL REFERENCES meeting_type (id) ON DELETE CASCADE,
  account_id uuid NOT NULL,
  position smallint NOT NULL,
  schedule_id uuid NOT NULL REFERENCES schedule (id),
  is_fixed boolean NOT NULL,
  priority smallint NOT NULL CONSTRAINT meeting_type_host_priority CHECK (priority BETWEEN 0 AND 100),
  weight smallint NOT NULL CONSTRAINT meeting_type_host_weight CHECK (weight BETWEEN 1 AND 1000),
  joined_at timestamptz NOT NULL,
  PRIMARY KEY (meeting_type_id, account_id),
  CONSTRAINT meeting_type_host_position UNIQUE (meeting_type_id, position)
);
CREATE INDEX meeting_type_host_schedule ON meeting_type_host (schedule_id);

-- A question is never removed, since answers refer to it; it is retired.
CREATE TABLE question (
  id uuid PRIMARY KEY,
  meeting_type_id uuid NOT NULL REFERENCES meeting_type (id) ON DELETE CASCADE,
  position smallint NOT NULL,
  kind text NOT NULL CONSTRAINT question_kind CHECK (kind IN ('TEXT', 'LONG_TEXT', 'CHOICE', 'NUMBER', 'PHONE', 'EMAIL', 'CONSENT')),
  label text NOT NULL CONSTRAINT question_label_length CHECK (char_length(label) BETWEEN 1 AND 300),
  is_required boolean NOT NULL,
  choices text[] NOT NULL CONSTRAINT question_choices CHECK ((kind = 'CHOICE') = (cardinality(choices) > 0) AND cardinality(choices) <= 50),
  is_retired boolean NOT NULL DEFAULT false
);
CREATE INDEX question_meeting_type ON question (meeting_type_id, position);

CREATE TABLE booking (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL,
  meeting_type_id uuid NOT NULL REFERENCES meeting_type (id),
  state text NOT NULL CONSTRAINT booking_state CHECK (state IN ('PENDING', 'CONFIRMED', 'CANCELLED')),
  start_at timestamptz NOT NULL,
  end_at timestamptz NOT NULL,
  sequence int NOT NULL CONSTRAINT booking_sequence CHECK (sequence >= 0),
  location_kind text NOT NULL CONSTRAINT booking_location_kind CHECK (location_kind IN ('ONLINE', 'IN_PERSON', 'HOST_CALLS', 'ATTENDEE_CALLS')),
  location_text text,
  created_at timestamptz NOT NULL,
  cancelled_at timestamptz,
  cancelled_by text CONSTRAINT booking_cancelled_by CHECK (cancelled_by IN ('HOST', 'ATTENDEE', 'ADMIN')),
  cancelled_by_id uuid,
  CONSTRAINT booking_order CHECK (start_at < end_at),
  CONSTRAINT booking_cancellation CHECK ((state = 'CANCELLED') = (cancelled_at IS NOT NULL) AND (cancelled_at IS NULL) = (cancelled_by IS NULL))
);
CREATE INDEX booking_newest ON booking (organization_id, id DESC);
CREATE INDEX booking_start ON booking (organization_id, start_at);
CREATE INDEX booking_meeting_type ON booking (meeting_type_id, created_at);

-- A slot that is kept for somebody who is filling in the form.
CREATE TABLE hold (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL,
  meeting_type_id uuid NOT NULL REFERENCES meeting_type (id) ON DELETE CASCADE,
  start_at timestamptz NOT NULL,
  end_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  released_at timestamptz,
  CONSTRAINT hold_order CHECK (start_at < end_at AND created_at < expires_at)
);
CREATE INDEX hold_expiry ON hold (expires_at);
CREATE INDEX hold_meeting_type ON hold (meeting_type_id);

-- One row per host and booking, hold or (later) blocked time; `during` has the buffers inside.
CREATE TABLE reservation (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL,
  host_id uuid NOT NULL,
  position smallint NOT NULL,
  booking_id uuid REFERENCES booking (id) ON DELETE CASCADE,
  hold_id uuid REFERENCES hold (id) ON DELETE SET NULL,
  state text NOT NULL CONSTRAINT reservation_state CHECK (state IN ('HELD', 'PENDING', 'CONFIRMED', 'CANCELLED', 'EXPIRED')),
  during tstzrange NOT NULL,
  expires_at timestamptz,
  CONSTRAINT reservation_no_overlap EXCLUDE USING gist (host_id WITH =, during WITH &&) WHERE (state IN ('HELD', 'PENDING', 'CONFIRMED')),
  CONSTRAINT reservation_half_open CHECK (NOT isempty(during) AND lower_inc(during) AND NOT upper_inc(during) AND NOT lower_inf(during) AND NOT upper_inf(during)),
  CONSTRAINT reservation_held CHECK ((state = 'HELD') = (expires_at IS NOT NULL)),
  CONSTRAINT reservation_booked CHECK (state NOT IN ('PENDING', 'CONFIRMED') OR booking_id IS NOT NULL)
);
CREATE UNIQUE INDEX reservation_booking ON reservation (booking_id, host_id) WHERE booking_id IS NOT NULL;
CREATE INDEX reservation_host ON reservation (host_id, booking_id DESC) WHERE booking_id IS NOT NULL;
CREATE INDEX reservation_hold ON reservation (hold_id) WHERE hold_id IS NOT NULL;
CREATE INDEX reservation_stale ON reservation (host_id, expires_at) WHERE state = 'HELD';

-- The only place of an attendee's personal data; every bytea is sealed with the attendee's own key.
CREATE TABLE attendee (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL,
  booking_id uuid NOT NULL REFERENCES booking (id) ON DELETE CASCADE,
  position smallint NOT NULL,
  name bytea,
  email bytea,
  email_index bytea,
  phone bytea,
  time_zone bytea,
  locale bytea,
  cancellation_reason bytea,
  created_at timestamptz NOT NULL,
  erased_at timestamptz,
  CONSTRAINT attendee_position UNIQUE (booking_id, position),
  CONSTRAINT attendee_erased CHECK (erased_at IS NOT NULL OR (name IS NOT NULL AND email IS NOT NULL AND email_index IS NOT NULL)),
  CONSTRAINT attendee_blank CHECK (erased_at IS NULL OR num_nonnulls(name, email, email_index, phone, time_zone, locale, cancellation_reason) = 0)
);
CREATE INDEX attendee_email ON attendee (email_index, organization_id) WHERE email_index IS NOT NULL;

CREATE TABLE answer (
  attendee_id uuid NOT NULL REFERENCES attendee (id) ON DELETE CASCADE,
  question_id uuid NOT NULL REFERENCES question (id),
  answer bytea NOT NULL,
  PRIMARY KEY (attendee_id, question_id)
);
CREATE INDEX answer_question ON answer (question_id);

-- What an organization's plan allows, as billing last told. No row: the free plan.
CREATE TABLE entitlement (
  organization_id uuid PRIMARY KEY,
  plan text NOT NULL,
  active_meeting_types int CONSTRAINT entitlement_limit CHECK (active_meeting_types >= 0),
  updated_at timestamptz NOT NULL
);
