SET lock_timeout = '2s';

-- Whether those who attend one meeting see each other's first names.
ALTER TABLE meeting_type ADD COLUMN shows_attendees boolean NOT NULL DEFAULT false;
-- Whether it was so when this attendee booked: who was not told then is not shown later.
ALTER TABLE attendee ADD COLUMN is_shown boolean NOT NULL DEFAULT false;
