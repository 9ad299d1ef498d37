SET lock_timeout = '2s';

-- Reads whole tables, while others read and write them.
ALTER TABLE absence VALIDATE CONSTRAINT absence_known_time;
ALTER TABLE schedule_travel VALIDATE CONSTRAINT schedule_travel_known_time;
ALTER TABLE schedule_override VALIDATE CONSTRAINT schedule_override_known_time;
ALTER TABLE schedule_override_window VALIDATE CONSTRAINT schedule_override_window_known_time;
ALTER TABLE meeting_type VALIDATE CONSTRAINT meeting_type_known_time;
ALTER TABLE blocked_time VALIDATE CONSTRAINT blocked_time_known_time;
ALTER TABLE booking_link VALIDATE CONSTRAINT booking_link_known_time;
ALTER TABLE booking VALIDATE CONSTRAINT booking_known_time;
ALTER TABLE booking_change VALIDATE CONSTRAINT booking_change_known_time;
ALTER TABLE hold VALIDATE CONSTRAINT hold_known_time;
ALTER TABLE series_gap VALIDATE CONSTRAINT series_gap_known_time;
ALTER TABLE proposal VALIDATE CONSTRAINT proposal_known_time;
