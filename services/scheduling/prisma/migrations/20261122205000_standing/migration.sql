-- What identity told last of accounts and of who belongs where. No row: nothing else was told, and so they are there.
CREATE TABLE account_standing (
  account_id uuid PRIMARY KEY,
  state text NOT NULL CONSTRAINT account_standing_state CHECK (state IN ('PRESENT', 'AWAY', 'ERASED')),
  told_at timestamptz NOT NULL
);
CREATE TABLE membership (
  organization_id uuid NOT NULL,
  account_id uuid NOT NULL,
  is_current boolean NOT NULL,
  told_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, account_id)
);

-- Whoever is missing hosts nothing new. Asked wherever hosts are, so that no way around it is left.
CREATE FUNCTION is_missing(organization uuid, account uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM account_standing s WHERE s.account_id = account AND s.state <> 'PRESENT')
    OR EXISTS (SELECT FROM membership m WHERE m.organization_id = organization AND m.account_id = account AND NOT m.is_current)
$$;
