-- Whether an organization's hosts may show the attendees of one meeting to each other.
ALTER TABLE organization ADD COLUMN may_hosts_show_attendees boolean NOT NULL DEFAULT true;
