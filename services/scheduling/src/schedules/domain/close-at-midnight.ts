import type { Hours } from "@tidbok/availability";

/** The window with 24:00 as its end if it ends at 00:00: people write both for the midnight that ends a day. */
export function closeAtMidnight<Window extends Hours>(window: Window): Window {
  return window.end === "00:00" ? { ...window, end: "24:00" } : window;
}
