-- A key cannot be brought back, so it is destroyed only after the deletion of its rows is committed. A row here is
-- written in that same transaction, and goes when the key is gone: a process that dies in between loses no destruction.
CREATE TABLE key_destruction (
  subject_id uuid PRIMARY KEY,
  requested_at timestamptz NOT NULL DEFAULT now()
);
