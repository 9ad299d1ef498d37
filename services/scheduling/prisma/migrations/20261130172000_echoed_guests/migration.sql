SET lock_timeout = '2s';

-- A guest whose address took part in the booking already, without the inviter being allowed to know it.
ALTER TABLE attendee ADD COLUMN is_echo boolean NOT NULL DEFAULT false;
