// The one thing that the app stores: a choice of the reader, nothing about a person. The log-out deletes it.
const name = "tidbok.keys";

/** Whether single letters act as keys (WCAG 2.1.4). */
export function areKeysOn(): boolean {
  return localStorage.getItem(name) !== "off";
}

/** Switches single keys on or off. */
export function setKeysOn(areOn: boolean): void {
  if (areOn) localStorage.removeItem(name);
  else localStorage.setItem(name, "off");
}
