/** Minutes since midnight of a wall time such as `09:00` or `24:00`. */
export function minutesOf(wallTime: string): number {
  return Number(wallTime.slice(0, 2)) * 60 + Number(wallTime.slice(3));
}

/** The wall time at this many minutes since midnight; 1440 is `24:00`. */
export function wallTimeOf(minutes: number): string {
  const pad = (part: number) => String(part).padStart(2, "0");
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}
