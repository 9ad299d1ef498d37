-- The key-encryption keys that a rotation has replaced. A process that still holds one, because it read its file before
-- the rotation, must not wrap with it any more: the key may be gone from the file as soon as nothing is wrapped by it.
CREATE TABLE retired_kek (
  kek_id text PRIMARY KEY,
  retired_at timestamptz NOT NULL DEFAULT now()
);

CREATE FUNCTION subject_key_wrapped_by_no_retired_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM retired_kek WHERE kek_id = NEW.kek_id) THEN
    RAISE EXCEPTION 'the key-encryption key % was retired by a rotation', NEW.kek_id
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER subject_key_wrapped_by_no_retired_key BEFORE INSERT OR UPDATE OF kek_id ON subject_key
  FOR EACH ROW WHEN (NEW.kek_id IS NOT NULL) EXECUTE FUNCTION subject_key_wrapped_by_no_retired_key();
