import type { LocalDate } from "@tidbok/availability";
import { day, input, InvalidInput, type Instant } from "@tidbok/domain";
import { z } from "zod";

/** Dates without meetings, on the calendar of the host's schedules. The reason is stored sealed, apart. */
export type Absence = {
  readonly id: string;
  readonly organizationId: string;
  readonly accountId: string;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  /** A colleague that hosts the meetings meanwhile, or null. */
  readonly standInId: string | null;
  readonly createdAt: Instant;
};

/** A host has at most this many absences in an organization. */
export const mostAbsences = 200;

const fields = {
  startsOn: input.date,
  endsOn: input.date,
  standInId: input.id.nullish(),
  reason: input.text(1_000).nullish(),
};

/** The input of createAbsence. Without an account, the caller is the host. */
export const createAbsenceInput = z.strictObject({
  ...fields,
  organizationId: input.id,
  accountId: input.id.nullish(),
});

/** The input of updateAbsence. A missing field leaves the value; null removes the stand-in or the reason. */
export const updateAbsenceInput = z.strictObject({
  absenceId: input.id,
  startsOn: fields.startsOn.nullish(),
  endsOn: fields.endsOn.nullish(),
  standInId: fields.standInId,
  reason: fields.reason,
});

/** Throws InvalidInput for dates in the wrong order, for more than five years, and for a host as their own stand-in. */
export function checkAbsence({ startsOn, endsOn, accountId, standInId }: Absence): void {
  const problems = [];
  const days = (Date.parse(endsOn) - Date.parse(startsOn)) / day;
  if (days < 0) {
    const message = "must not lie before the first date";
    problems.push({ path: "endsOn", code: "END_BEFORE_START", message });
  }
  if (days > 1_826) {
    const message = "must lie within five years of the first date";
    problems.push({ path: "endsOn", code: "TOO_LARGE", message });
  }
  if (standInId === accountId) {
    const message = "must be another account than the absent host";
    problems.push({ path: "standInId", code: "SAME_PERSON", message });
  }
  if (problems.length > 0) throw new InvalidInput(problems);
}
