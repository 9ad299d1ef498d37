import { frequencies, type Recurrence } from "../../meeting-types/domain/recurrence.ts";

/** The rule of a series of bookings, as the platform tells it. */
export type SeriesRule = Pick<Recurrence, "frequency" | "interval">;

const mostUnits = 12;

/**
 * The rule of a series of a file by its FREQ and INTERVAL, or null for one that the platform has no words for: its
 * bookings stand alone. A year is twelve months.
 */
export function seriesRule(
  rule: { readonly frequency: string; readonly interval: number } | null,
): SeriesRule | null {
  if (rule === null) return null;
  const isYearly = rule.frequency === "YEARLY";
  const interval = rule.interval * (isYearly ? 12 : 1);
  const frequency = isYearly ? "MONTHLY" : frequencies.find((each) => each === rule.frequency);
  return frequency === undefined || interval > mostUnits ? null : { frequency, interval };
}
