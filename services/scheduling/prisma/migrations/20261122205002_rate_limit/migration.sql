-- The counters of rate-limiter-flexible; keys are fingerprints of networks, and ids of meeting types.
CREATE TABLE rate_limit (
  key varchar(255) PRIMARY KEY,
  points integer NOT NULL DEFAULT 0,
  expire bigint
);
