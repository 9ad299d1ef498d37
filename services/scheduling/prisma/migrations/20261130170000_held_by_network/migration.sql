SET lock_timeout = '2s';

-- A fingerprint of the network from which a visitor holds the slot, so that one network cannot hold all of them; null
-- for accounts and apps. It goes with the hold, minutes after its expiry.
ALTER TABLE hold ADD COLUMN network text;
