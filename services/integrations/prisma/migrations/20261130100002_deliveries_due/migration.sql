-- The index delivery_turn took its place.
DROP INDEX CONCURRENTLY delivery_due;
