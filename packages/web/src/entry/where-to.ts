/** The page of a person that is logged in, where no other was asked for. */
export const home = "/app";

const parts = ["app", "org", "me", "dev", "staff", "graphiql"];

/**
 * Where a log-in leads: the path that `?to=` asks for, with its query, if it is one of the product's own pages behind the
 * log-in, and `otherwise` for anything else. So no link can send a person that has just logged in to a stranger's site.
 */
export function whereTo(search: string, otherwise = home): string {
  const to = new URLSearchParams(search).get("to") ?? "";
  const [, part = ""] = /^\/([a-z]+)(?:\/[\w@-]+)*\/?(?:\?[\w=&-]*)?$/.exec(to) ?? [];
  return parts.includes(part) ? to : otherwise;
}
