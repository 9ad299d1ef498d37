import type { Interval } from "@tidbok/domain";
import type { Horizon } from "../request/meeting-rules.ts";
import {
  dateOf,
  fieldsOf,
  instantOf,
  isDate,
  isGiven,
  mistake,
  numberOf,
  wordOf,
  type Field,
} from "./case-fields.ts";

/** A horizon in dates, or the instants between which starts must lie. */
export type ReadHorizon = { readonly horizon?: Horizon; readonly instants?: Interval };

/** A horizon of a case: rolling, business days, or from one date (or instant) to another. */
export function readHorizon(field: Field): ReadHorizon {
  if (!isGiven(field)) return {};
  const fields = fieldsOf(field, {
    type: ["kind", "mode"],
    days: ["count"],
    business: ["businessDays", "workdays", "businessDaysOnly"],
    from: ["start", "startDate"],
    to: ["end", "endDate", "until"],
  });
  const type = isGiven(fields.type)
    ? wordOf(fields.type)
    : isGiven(fields.to)
      ? "range"
      : "rolling";
  if (/range|fixed|dates/.test(type)) return readRange(fields.from, fields.to);
  const isBusiness = /business|work|weekday/.test(type) || isGiven(fields.business);
  if (!isBusiness && !/^(rolling|days|calendardays|rollingdays|relative)$/.test(type)) {
    throw mistake(fields.type, "must be rolling, businessDays or range");
  }
  const days = numberOf(isGiven(fields.days) ? fields.days : fields.business);
  return { horizon: { type: isBusiness ? "BUSINESS_DAYS" : "ROLLING", days } };
}

function readRange(from: Field, to: Field): ReadHorizon {
  if (isDate(from)) return { horizon: { type: "FIXED", from: dateOf(from), to: dateOf(to) } };
  return { instants: { start: instantOf(from), end: instantOf(to) } };
}
