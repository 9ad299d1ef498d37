-- Where a session was begun: a network instead of an address, and that for a while only. The day on which it goes is
-- set when it comes.
ALTER TABLE session
  ADD COLUMN network text,
  ADD COLUMN network_until timestamptz,
  ADD COLUMN device_type text,
  ADD COLUMN browser_family text,
  ADD CONSTRAINT session_network CHECK (network ~ '/(24|48)$'),
  ADD CONSTRAINT session_network_until CHECK ((network IS NULL) = (network_until IS NULL)),
  ADD CONSTRAINT session_device_type CHECK (device_type IN ('COMPUTER', 'PHONE', 'TABLET', 'PROGRAM')),
  ADD CONSTRAINT session_browser_family CHECK (
    browser_family IN ('CHROME', 'EDGE', 'FIREFOX', 'OPERA', 'SAFARI', 'SAMSUNG', 'OTHER')
  );
CREATE INDEX session_network_until ON session (network_until) WHERE network_until IS NOT NULL;
