const known = new Map<string, boolean>();
const areaAndPlace = /^(UTC|[A-Za-z]+(?:[/_+-][A-Za-z0-9]+)+)$/;

/** Whether this is an IANA zone name (`Area/Place` or `UTC`). An offset such as `+02:00` is not one. */
export function isTimeZone(name: string): boolean {
  const cached = known.get(name);
  if (cached !== undefined) return cached;
  const answer = areaAndPlace.test(name) && resolves(name);
  // Names that resolve are few; the others are without limit, and must not fill the memory.
  if (answer) known.set(name, answer);
  return answer;
}

function resolves(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
