SET lock_timeout = '2s';

-- A count knows its limit, so that one statement counts a mail and hands it over, or neither. Counts live for a day.
DELETE FROM mail_count;
ALTER TABLE mail_count
  ADD COLUMN most integer NOT NULL,
  ADD CONSTRAINT mail_count_within CHECK (count <= most);
