// By the name in small letters: a name can be spelled in thousands of ways, and the zones are some hundred.
const known = new Set<string>();
const shape = /^[A-Za-z][A-Za-z0-9_+/-]*$/;

// The runtime reads them as one zone each, but people mean several by them. CLDR lists them as names of no zone.
const abbreviations = new Set(
  "act aet agt art ast bet bst cat cnt cst ctt eat ect iet ist jst mit net nst plt pnt prt pst sst vst".split(
    " ",
  ),
);

/**
 * Whether this is a name of the IANA database, in any case: `Europe/Stockholm`, `UTC`, `Japan`. An offset such as
 * `+02:00` and an abbreviation such as `IST`, which means several zones, are not. The runtime reads every such name.
 */
export function isTimeZone(name: string): boolean {
  const zone = name.toLowerCase();
  if (known.has(zone)) return true;
  if (!shape.test(name) || abbreviations.has(zone)) return false;
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
