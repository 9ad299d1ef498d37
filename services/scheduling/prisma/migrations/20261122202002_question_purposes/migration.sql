-- What the answers to a question may be used for, and for how many days after the meeting they are kept.
ALTER TABLE question
  ADD COLUMN purposes text[] NOT NULL DEFAULT '{PROVIDE_SCHEDULE}'
    CONSTRAINT question_purposes CHECK (cardinality(purposes) >= 1 AND purposes <@ ARRAY['PROVIDE_SCHEDULE', 'PROVIDE_NOTIFY', 'PROVIDE_INTEGRATE']),
  ADD COLUMN retention_days int CONSTRAINT question_retention CHECK (retention_days BETWEEN 1 AND 3650);
CREATE INDEX question_kept ON question (id) WHERE retention_days IS NOT NULL;
