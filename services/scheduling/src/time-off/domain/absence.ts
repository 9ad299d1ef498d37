import type { LocalDate } from "@tidbok/availability";
import { input, InvalidInput, type Instant } from "@tidbok/domain";
import { z } from "zod";

/** Dates on which an account hosts nothing, on the calendar of its schedules. Why is told apart. */
export type Absence = {
  readonly id: string;
  readonly organizationId: string;
  readonly accountId: string;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  /** A colleague who takes the meetings meanwhile, or null. */
  readonly standInId: string | null;
  readonly createdAt: Instant;
};

const fields = {
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
  standInId: input.id.nullish(),
  reason: input.text(1_000).nullish(),
};

/** A new absence, as it is sent. */
export const newAbsence = z.strictObject({
  ...fields,
  organizationId: input.id,
  accountId: input.id.nullish(),
});

/** A change of an absence, as it is sent; what is left out stays, null takes away what may be none. */
export const absenceChange = z.strictObject({
  absenceId: input.id,
  startsOn: fields.startsOn.nullish(),
  endsOn: fields.endsOn.nullish(),
  standInId: fields.standInId,
  reason: fields.reason,
});

/** Throws InvalidInput for dates in the wrong order, and for somebody who stands in for themselves. */
export function checkAbsence({ startsOn, endsOn, accountId, standInId }: Absence): void {
  const problems = [];
  const days = (Date.parse(endsOn) - Date.parse(startsOn)) / (24 * 60 * 60_000);
  if (days < 0) {
    const message = "must not lie before the first date";
    problems.push({ path: "endsOn", code: "END_BEFORE_START", message });
  }
  if (days > 1_826) {
    const message = "must lie within five years of the first";
    problems.push({ path: "endsOn", code: "TOO_LARGE", message });
  }
  if (standInId === accountId) {
    const message = "must be somebody else";
    problems.push({ path: "standInId", code: "SAME_PERSON", message });
  }
  if (problems.length > 0) throw new InvalidInput(problems);
}
