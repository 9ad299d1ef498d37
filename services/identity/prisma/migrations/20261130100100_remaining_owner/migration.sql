-- An owner whose account is being closed or is erased will not govern: the organization needs another owner.
CREATE OR REPLACE FUNCTION keep_an_owner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.role <> 'OWNER' OR (TG_OP = 'UPDATE' AND NEW.role = 'OWNER') THEN
    RETURN NULL;
  END IF;
  PERFORM FROM organization WHERE id = OLD.organization_id FOR UPDATE;
  IF FOUND AND NOT EXISTS (
    SELECT FROM membership JOIN account ON account.id = membership.account_id
    WHERE membership.organization_id = OLD.organization_id AND membership.role = 'OWNER'
      AND account.closes_at IS NULL AND account.erased_at IS NULL
  ) THEN
    RAISE EXCEPTION 'membership_last_owner' USING ERRCODE = '23514', CONSTRAINT = 'membership_last_owner';
  END IF;
  RETURN NULL;
END
$$;
