-- Who can come across a meeting type: everybody, whoever knows its address, or whoever was given a link.
ALTER TABLE meeting_type ADD COLUMN visibility text NOT NULL DEFAULT 'PUBLIC'
  CONSTRAINT meeting_type_visibility CHECK (visibility IN ('PUBLIC', 'HIDDEN', 'LINK_ONLY'));
