import { day } from "@tidbok/domain";

/** The days since 1970-01-01, or the reason why a text is no date. */
export type ReadDate = { readonly day: number } | "AMBIGUOUS_DATE" | "WRONG_FORMAT";

type Order = "DAY_FIRST" | "MONTH_FIRST";

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const weekday = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+/i;

/** Reads dates of one table; where a day and a month could be each other, the other dates must prove their order. */
export function dateReader(texts: readonly string[]): (text: string) => ReadDate {
  const orders = new Set(texts.flatMap((text) => orderOf(text) ?? []));
  // Dates of both orders in one table prove nothing.
  const [order = null] = orders.size === 1 ? orders : [];
  return (text) => read(text.trim().replace(weekday, ""), order);
}

/** The numbers of a date whose year comes last, such as 8/12/2027. */
function numbersOf(text: string): { first: number; second: number; year: number } | null {
  const [, first, , second, year] =
    /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(text.trim().replace(weekday, "")) ?? [];
  return first === undefined
    ? null
    : { first: Number(first), second: Number(second), year: Number(year) };
}

function orderOf(text: string): Order | null {
  const numbers = numbersOf(text);
  if (!numbers) return null;
  const { first, second } = numbers;
  if (first > 12 && second <= 12) return "DAY_FIRST";
  return second > 12 && first <= 12 ? "MONTH_FIRST" : null;
}

function read(text: string, order: Order | null): ReadDate {
  const [, y, , m, d] = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text) ?? [];
  if (y !== undefined) return dayOf({ year: Number(y), month: Number(m), date: Number(d) });
  const numbers = numbersOf(text);
  if (!numbers) return namedMonth(text);
  const { first, second, year } = numbers;
  const own = orderOf(text) ?? order ?? (first === second ? "DAY_FIRST" : null);
  if (own === null) return "AMBIGUOUS_DATE";
  const [date, month] = own === "DAY_FIRST" ? [first, second] : [second, first];
  return dayOf({ year, month, date });
}

function namedMonth(text: string): ReadDate {
  const [, m1, d1, y1] =
    /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i.exec(text) ?? [];
  const [, d2, m2, y2] = /^(\d{1,2})\.?[\s-]([a-z]{3,9})\.?,?[\s-](\d{4})$/i.exec(text) ?? [];
  const name = (m1 ?? m2 ?? "").toLowerCase();
  const month = months.findIndex((each) => name.startsWith(each)) + 1;
  if (month === 0) return "WRONG_FORMAT";
  return dayOf({ year: Number(y1 ?? y2), month, date: Number(d1 ?? d2) });
}

function dayOf({ year, month, date }: { year: number; month: number; date: number }): ReadDate {
  const at = new Date(Date.UTC(year, month - 1, date));
  // Date.UTC reads the 30th of February as the second of March.
  const isReal = at.getUTCMonth() === month - 1 && at.getUTCDate() === date;
  return isReal ? { day: at.getTime() / day } : "WRONG_FORMAT";
}
