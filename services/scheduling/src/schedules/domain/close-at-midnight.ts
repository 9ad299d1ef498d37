import type { Hours } from "@tidbok/availability";

/** People write the midnight that ends a day as 00:00; stored it is 24:00, which means the same and reads as an end. */
export function closeAtMidnight<Window extends Hours>(window: Window): Window {
  return window.end === "00:00" ? { ...window, end: "24:00" } : window;
}
