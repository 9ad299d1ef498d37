-- A program of somebody else that may ask for people's permission. Everything about it is public but its secrets.
CREATE TABLE app (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL,
  name text NOT NULL,
  legal_name text NOT NULL,
  purpose text NOT NULL,
  is_confidential boolean NOT NULL,
  redirect_uris text[] NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT app_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization (id) ON DELETE CASCADE,
  -- Support, security, legal and rights are for our own people; an app that claimed one would pass where it must not.
  CONSTRAINT app_purpose CHECK (purpose IN (
    'provide.schedule', 'provide.notify', 'provide.administer', 'provide.bill', 'provide.integrate', 'research'
  ))
);
CREATE INDEX app_organization ON app (organization_id, id);

-- A scope that an app says it needs, and why.
CREATE TABLE app_scope (
  app_id uuid NOT NULL,
  scope text NOT NULL,
  why text NOT NULL,
  CONSTRAINT app_scope_pkey PRIMARY KEY (app_id, scope),
  CONSTRAINT app_scope_app_id_fkey FOREIGN KEY (app_id) REFERENCES app (id) ON DELETE CASCADE
);

-- Two at most are valid at a time, while one takes the other's place.
CREATE TABLE app_secret (
  id uuid PRIMARY KEY,
  app_id uuid NOT NULL,
  secret_hash bytea NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz,
  CONSTRAINT app_secret_app_id_fkey FOREIGN KEY (app_id) REFERENCES app (id) ON DELETE CASCADE,
  CONSTRAINT app_secret_size CHECK (octet_length(secret_hash) = 32)
);
-- Of the secrets of an app one is there to stay.
CREATE UNIQUE INDEX app_secret_one_current ON app_secret (app_id) WHERE expires_at IS NULL;

-- An owner lets an app ask the members of the organization for a scope of protected data.
CREATE TABLE app_approval (
  app_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  scope text NOT NULL,
  approved_by uuid NOT NULL,
  approved_at timestamptz NOT NULL,
  CONSTRAINT app_approval_pkey PRIMARY KEY (app_id, organization_id, scope),
  CONSTRAINT app_approval_app_id_fkey FOREIGN KEY (app_id) REFERENCES app (id) ON DELETE CASCADE,
  CONSTRAINT app_approval_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization (id) ON DELETE CASCADE
);
CREATE INDEX app_approval_organization ON app_approval (organization_id);

-- What the authorization server remembers: codes, refresh tokens, permissions, pages under way. Found by
-- hashes and sealed, because the name of most rows is the very token.
CREATE TABLE oauth_record (
  model text NOT NULL,
  key_hash bytea NOT NULL,
  payload bytea NOT NULL,
  grant_id text,
  uid_hash bytea,
  user_code_hash bytea,
  account_id uuid,
  app_id uuid,
  consumed_at timestamptz,
  expires_at timestamptz,
  CONSTRAINT oauth_record_pkey PRIMARY KEY (model, key_hash),
  CONSTRAINT oauth_record_app_id_fkey FOREIGN KEY (app_id) REFERENCES app (id) ON DELETE CASCADE,
  CONSTRAINT oauth_record_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
);
CREATE INDEX oauth_record_grant ON oauth_record (grant_id);
CREATE INDEX oauth_record_account ON oauth_record (account_id);
CREATE INDEX oauth_record_app ON oauth_record (app_id);
CREATE INDEX oauth_record_expiry ON oauth_record (expires_at);
CREATE UNIQUE INDEX oauth_record_uid ON oauth_record (model, uid_hash);
CREATE UNIQUE INDEX oauth_record_user_code ON oauth_record (model, user_code_hash);
