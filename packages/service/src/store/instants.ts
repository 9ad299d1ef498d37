import type { Instant, Interval } from "@tidbok/domain";

/** The instant as the database's client takes it; null stays null. */
export function toDate(instant: Instant): Date;
export function toDate(instant: Instant | null): Date | null;
export function toDate(instant: Instant | null): Date | null {
  return instant === null ? null : new Date(instant);
}

/** The instant that the database's client read; null stays null. */
export function toInstant(date: Date): Instant;
export function toInstant(date: Date | null): Instant | null;
export function toInstant(date: Date | null): Instant | null {
  return date === null ? null : date.getTime();
}

/**
 * The instant in ISO 8601 and UTC, for a statement of one's own: `${iso(now)}::timestamptz`. A Date would be written in
 * the zone of the process there. Null stays null.
 */
export function iso(instant: Instant): string;
export function iso(instant: Instant | null): string | null;
export function iso(instant: Instant | null): string | null {
  return instant === null ? null : new Date(instant).toISOString();
}

/** The half-open interval for a statement of one's own: `${range(interval)}::tstzrange`. */
export function range({ start, end }: Interval): string {
  return `[${iso(start)},${iso(end)})`;
}

/** A calendar day such as "2026-07-01" as the database's client takes it for a `date` column; null stays null. */
export function toDay(day: string): Date;
export function toDay(day: string | null): Date | null;
export function toDay(day: string | null): Date | null {
  return day === null ? null : new Date(`${day}T00:00:00Z`);
}

/** The calendar day that the database's client read from a `date` column; null stays null. */
export function dayOf(date: Date): string;
export function dayOf(date: Date | null): string | null;
export function dayOf(date: Date | null): string | null {
  return date === null ? null : date.toISOString().slice(0, 10);
}
