SET lock_timeout = '2s';

-- Bookings that were made elsewhere and brought along: by which import, and a keyed hash of what they were in their source, so that
-- nothing is brought along twice, and nobody who was erased comes back.
ALTER TABLE booking
  ADD COLUMN import_id uuid,
  ADD COLUMN source_index bytea,
  ADD CONSTRAINT booking_import CHECK ((import_id IS NULL) = (source_index IS NULL));
CREATE UNIQUE INDEX booking_source ON booking (organization_id, source_index) WHERE source_index IS NOT NULL;

-- One kind of change more, whichever there are already.
DO $$
DECLARE
  known text := pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'booking_change_kind';
BEGIN
  EXECUTE 'ALTER TABLE booking_change DROP CONSTRAINT booking_change_kind, ADD CONSTRAINT booking_change_kind '
    || replace(known, 'ARRAY[', 'ARRAY[''IMPORTED''::text, ');
END
$$;
