/**
 * Whether a page of another origin sends a request with the session cookie. Browsers always name the
 * origin of a page that posts; programs that send no Origin carry no cookie by accident.
 */
export function isForeignOrigin(
  origin: string | undefined,
  {
    publicUrl,
    host,
    allowedOrigins,
  }: { publicUrl: string; host: string; allowedOrigins: readonly string[] },
): boolean {
  if (origin === undefined) return false;
  if (origin === new URL(publicUrl).origin || allowedOrigins.includes(origin)) return false;
  // Same host as was asked: `localhost` and `127.0.0.1` are two origins of one local platform.
  return !URL.canParse(origin) || new URL(origin).host !== host;
}
