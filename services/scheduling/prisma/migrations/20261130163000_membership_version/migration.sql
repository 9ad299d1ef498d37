SET lock_timeout = '2s';

-- Identity's latest fact is the one with the highest version of its aggregate, whatever the clocks of its processes say.
-- 0: the fact was told before versions were kept, so each later one counts.
ALTER TABLE account_standing ADD COLUMN version bigint NOT NULL DEFAULT 0;
ALTER TABLE membership ADD COLUMN version bigint NOT NULL DEFAULT 0;
