-- One row per person and generation of their key. The highest generation seals, all of them open.
-- A row whose key was destroyed stays as a tombstone, so that no key is ever made for that person again.
CREATE TABLE subject_key (
  subject_id uuid NOT NULL,
  generation int NOT NULL CHECK (generation > 0),
  wrapped bytea,
  kek_id text,
  created_at timestamptz NOT NULL DEFAULT now(),
  destroyed_at timestamptz,
  PRIMARY KEY (subject_id, generation),
  CONSTRAINT subject_key_wrapped_until_destroyed CHECK (
    (wrapped IS NULL) = (destroyed_at IS NOT NULL) AND (kek_id IS NULL) = (wrapped IS NULL)
  )
);

-- Rotation of the key-encryption key looks for what the former one still wraps.
CREATE INDEX subject_key_kek ON subject_key (kek_id) WHERE wrapped IS NOT NULL;

-- A destroyed key's old row version must leave the disk soon, not when a fifth of the table has changed.
ALTER TABLE subject_key SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1);

CREATE FUNCTION subject_key_destroyed_for_good() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.destroyed_at IS NOT NULL THEN
    RAISE EXCEPTION 'a tombstone of a destroyed key stays' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER subject_key_destroyed_for_good BEFORE UPDATE OR DELETE ON subject_key
  FOR EACH ROW EXECUTE FUNCTION subject_key_destroyed_for_good();
