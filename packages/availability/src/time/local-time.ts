/** A wall time, `09:00`. As the end of a window `24:00` is the midnight that closes the day. */
export type LocalTime = string;

const pattern = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;

/** Minutes from 00:00, 0 to 1440, or NaN where the text is no wall time. */
export function minuteOfDay(time: LocalTime): number {
  const parts = pattern.exec(time);
  if (parts === null) return Number.NaN;
  return parts[1] === undefined ? 1_440 : Number(parts[1]) * 60 + Number(parts[2]);
}
