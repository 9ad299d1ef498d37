const deepest = 6;

/**
 * Whether the error, or one that caused it, says that the named database constraint was violated.
 * Prisma wraps the driver's error several times over and has no type for exclusion constraints, so
 * the name of the constraint is what there is to go by.
 */
export function breaks(error: unknown, constraint: string): boolean {
  const name = new RegExp(`\\b${constraint}\\b`);
  return within(error).some((value) => typeof value === "string" && name.test(value));
}

/** The PostgreSQL error code (five characters) inside the error, or null. */
export function sqlState(error: unknown): string | null {
  for (const value of within(error)) {
    if (value === null || typeof value !== "object") continue;
    const { originalCode, code } = value as { originalCode?: unknown; code?: unknown };
    for (const each of [originalCode, code]) {
      // Prisma's own codes have the same length and begin with P.
      if (typeof each === "string" && /^[0-9A-OQ-Z][0-9A-Z]{4}$/.test(each)) return each;
    }
  }
  return null;
}

/** The value and everything in it, outermost first; an error's text and cause are included. */
export function within(value: unknown, depth = 0): unknown[] {
  if (value === null || typeof value !== "object" || depth > deepest) return [value];
  const inner: unknown[] = Object.values(value);
  if (value instanceof Error) inner.push(value.message, value.cause);
  return [value, ...inner.flatMap((each) => within(each, depth + 1))];
}
