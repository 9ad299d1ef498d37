// By the name in small letters: a name can be spelled in thousands of ways, and the zones are some hundred.
const known = new Set<string>();
const areaAndPlace = /^(UTC|[A-Za-z]+(?:[/_+-][A-Za-z0-9]+)+)$/;

/** Whether this is an IANA zone name (`Area/Place` or `UTC`). An offset such as `+02:00` is not one. */
export function isTimeZone(name: string): boolean {
  if (!areaAndPlace.test(name)) return false;
  const zone = name.toLowerCase();
  if (known.has(zone)) return true;
  // Names that do not resolve are without limit, and must not fill the memory.
  if (resolves(name)) known.add(zone);
  return known.has(zone);
}

function resolves(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
