import { findSlots, type HostRules, type MeetingRules, type SlotRequest } from "../../src/index.ts";

/** What a test changes of the usual request; hosts are given by what differs from a plain one. */
export type Changes = {
  readonly rules?: Partial<MeetingRules>;
  readonly host?: Partial<HostRules>;
  readonly hosts?: readonly Partial<HostRules>[];
  readonly from?: string;
  readonly to?: string;
  readonly now?: string;
  readonly durationMinutes?: number;
};

/** An hour's meeting with one host in Stockholm, 09–12 every day, in the week of Monday 2027-02-01. */
export function requestOf(changes: Changes = {}): SlotRequest {
  const hosts = changes.hosts ?? [changes.host ?? {}];
  return {
    rules: { mode: "ONE_HOST", durationMinutes: 60, ...changes.rules },
    hosts: hosts.map((host, i) => ({
      id: `h${i + 1}`,
      schedule: open("09:00", "12:00"),
      busy: [],
      ...host,
    })),
    window: { start: at(changes.from ?? "02-01 00:00"), end: at(changes.to ?? "02-08 00:00") },
    now: at(changes.now ?? "01-15 12:00"),
    ...(changes.durationMinutes !== undefined && { durationMinutes: changes.durationMinutes }),
  };
}

/** Hours of every day, in Stockholm unless another zone is named. */
export function open(start: string, end: string, timeZone = "Europe/Stockholm") {
  return { timeZone, weekly: [{ days: [1, 2, 3, 4, 5, 6, 7], start, end }] };
}

/** `02-01 09:00`: an instant of 2027 by Stockholm's winter time. */
export function at(wall: string): number {
  return Date.parse(`2027-${wall.replace(" ", "T")}:00+01:00`);
}

/** A busy time from one such instant to another. */
export function busy(start: string, end: string, rest: Partial<HostRules["busy"][number]> = {}) {
  return { start: at(start), end: at(end), ...rest };
}

/** The starts that are found, written like `02-01 09:00`. */
export function starts(changes: Changes): string[] {
  return findSlots(requestOf(changes)).map((slot) => wallOf(slot.start));
}

/** The days on which anything is found, written like `02-01`. */
export function days(changes: Changes): string[] {
  return [...new Set(starts(changes).map((start) => start.slice(0, 5)))];
}

function wallOf(instant: number): string {
  return new Date(instant + 3_600_000).toISOString().slice(5, 16).replace("T", " ");
}
