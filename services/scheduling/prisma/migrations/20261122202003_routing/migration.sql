-- Questions whose answers lead to a meeting type, or to a group of its hosts. What anybody answers is kept nowhere.
CREATE TABLE routing_form (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL,
  title text NOT NULL CONSTRAINT routing_form_title_length CHECK (char_length(title) BETWEEN 1 AND 150),
  fallback_meeting_type_id uuid REFERENCES meeting_type (id),
  fallback_group text,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT routing_form_fallback CHECK (fallback_group IS NULL OR fallback_meeting_type_id IS NOT NULL)
);
CREATE INDEX routing_form_newest ON routing_form (organization_id, id DESC);

CREATE TABLE routing_question (
  form_id uuid NOT NULL REFERENCES routing_form (id) ON DELETE CASCADE,
  key text NOT NULL CONSTRAINT routing_question_key_form CHECK (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND char_length(key) <= 60),
  position smallint NOT NULL,
  kind text NOT NULL CONSTRAINT routing_question_kind CHECK (kind IN ('TEXT', 'CHOICE', 'NUMBER', 'CONSENT')),
  label text NOT NULL CONSTRAINT routing_question_label_length CHECK (char_length(label) BETWEEN 1 AND 300),
  is_required boolean NOT NULL,
  choices text[] NOT NULL CONSTRAINT routing_question_choices CHECK ((kind = 'CHOICE') = (cardinality(choices) > 0) AND cardinality(choices) <= 50),
  PRIMARY KEY (form_id, key),
  CONSTRAINT routing_question_position UNIQUE (form_id, position)
);

-- The first rule all of whose conditions hold decides.
CREATE TABLE routing_rule (
  form_id uuid NOT NULL REFERENCES routing_form (id) ON DELETE CASCADE,
  position smallint NOT NULL,
  meeting_type_id uuid NOT NULL REFERENCES meeting_type (id),
  host_group text,
  PRIMARY KEY (form_id, position)
);

CREATE TABLE routing_condition (
  form_id uuid NOT NULL,
  rule_position smallint NOT NULL,
  position smallint NOT NULL,
  question_key text NOT NULL,
  operator text NOT NULL CONSTRAINT routing_condition_operator CHECK (operator IN ('EQUALS', 'ONE_OF', 'CONTAINS', 'GREATER', 'LESS')),
  texts text[] NOT NULL,
  number double precision,
  consent boolean,
  PRIMARY KEY (form_id, rule_position, position),
  FOREIGN KEY (form_id, rule_position) REFERENCES routing_rule (form_id, position) ON DELETE CASCADE,
  FOREIGN KEY (form_id, question_key) REFERENCES routing_question (form_id, key) ON DELETE CASCADE
);
