-- Hosts read in the mail about a booking what was answered, unless the question says otherwise; all that were asked before did not.
ALTER TABLE question ALTER COLUMN purposes SET DEFAULT '{PROVIDE_SCHEDULE,PROVIDE_NOTIFY}';
UPDATE question SET purposes = DEFAULT WHERE purposes = '{PROVIDE_SCHEDULE}';
