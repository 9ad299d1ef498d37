import type { HostChoice } from "@tidbok/availability";

/** The host that round robin chose from a group, and why. */
export type GroupChoice = HostChoice & { readonly group: string | null };

/** A host that a person chose, and which account chose. */
export type HandChoice = Omit<GroupChoice, "reason"> & {
  readonly reason: "BY_HAND";
  readonly byId: string;
};

/** The hosts of a meeting, with the choices that were made. */
export type ChosenHosts = {
  readonly hostIds: readonly string[];
  readonly choices: readonly GroupChoice[];
};

/** From which host to which other. */
export type HandOver = { readonly fromHostId: string; readonly toHostId: string };
