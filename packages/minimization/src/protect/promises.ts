/** Whether the value must be waited for. */
export function isPromise(value: unknown): value is Promise<unknown> {
  return typeof (value as { then?: unknown } | null)?.then === "function";
}

/** Goes on with a value at once where it is known: a promise for each field of each row would cost more than the field. */
export function whenKnown<T>(value: T | Promise<T>, next: (value: T) => unknown): unknown {
  return isPromise(value) ? value.then((settled) => next(settled as T)) : next(value);
}
