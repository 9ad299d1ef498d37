-- The tables that every service's first migration makes, as the packages' contract has them.
CREATE TABLE outbox (id uuid PRIMARY KEY, type text NOT NULL, schema_version int NOT NULL, organization_id uuid, aggregate_id uuid NOT NULL, aggregate_version bigint NOT NULL,
  occurred_at timestamptz NOT NULL, traceparent text, data jsonb NOT NULL, published_at timestamptz, seq bigint GENERATED ALWAYS AS IDENTITY);
CREATE INDEX outbox_unpublished ON outbox (seq) WHERE published_at IS NULL;
CREATE UNIQUE INDEX outbox_aggregate ON outbox (aggregate_id, aggregate_version);
CREATE TABLE inbox (consumer text NOT NULL, event_id uuid NOT NULL, received_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (consumer, event_id));
CREATE TABLE aggregate_seen (consumer text NOT NULL, aggregate_id uuid NOT NULL, version bigint NOT NULL, attempts int NOT NULL DEFAULT 0, PRIMARY KEY (consumer, aggregate_id));
CREATE TABLE dead_letter (id uuid PRIMARY KEY, consumer text NOT NULL, event_id uuid NOT NULL, type text NOT NULL, envelope jsonb NOT NULL, error_code text NOT NULL, attempts int NOT NULL, died_at timestamptz NOT NULL DEFAULT now(), UNIQUE (consumer, event_id));

CREATE FUNCTION outbox_told() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_notify('outbox', ''); RETURN NULL; END $$;
CREATE TRIGGER outbox_told AFTER INSERT ON outbox FOR EACH STATEMENT EXECUTE FUNCTION outbox_told();

-- What the reactions of these tests do: one row for each time that one ran.
CREATE TABLE effect (n bigint GENERATED ALWAYS AS IDENTITY, event_id uuid NOT NULL, aggregate_id uuid NOT NULL, aggregate_version bigint NOT NULL);
