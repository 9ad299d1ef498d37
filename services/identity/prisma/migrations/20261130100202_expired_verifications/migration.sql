CREATE INDEX CONCURRENTLY email_verification_expiry ON email_verification (expires_at);
