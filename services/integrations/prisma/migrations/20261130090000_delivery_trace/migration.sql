-- A mail belongs to the trace of the request that caused it, though a worker sends it later.
ALTER TABLE delivery ADD COLUMN traceparent text;
