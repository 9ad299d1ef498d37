import { hour, minute, second } from "@tidbok/domain";

const pattern = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z)?)?$/;

/**
 * The DATE-TIME or DATE of a text in capitals (RFC 5545 3.3.4, 3.3.5) as milliseconds since 1970 on that wall; isUtc:
 * it ends with Z. Null for a text without a time.
 */
export function wallOf(
  text: string,
): { readonly wall: number; readonly isDate: boolean; readonly isUtc: boolean } | null {
  const found = pattern.exec(text.trim());
  if (!found) return null;
  const numbers = found.slice(1, 7).map((digits: string | undefined) => Number(digits ?? 0));
  const [year = 0, month = 0, dayOfMonth = 0, hours = 0, minutes = 0, seconds = 0] = numbers;
  const date = new Date(Date.UTC(year, month - 1, dayOfMonth));
  // Date.UTC reads 30 February as 2 March, and the year 50 as 1950.
  const isExact =
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === dayOfMonth;
  if (!isExact || hours * 60 + minutes > 1_440 || minutes > 59 || seconds > 60) return null;
  const wall = date.getTime() + hours * hour + minutes * minute + seconds * second;
  return { wall, isDate: found[4] === undefined, isUtc: found[7] !== undefined };
}
