import { createContext, useContext, type ReactNode } from "react";
import type { Reading } from "../../time/create-clock.ts";

const context = createContext<Reading | null>(null);

/** Gives a page the zone and the clock of its reader. */
export function ReaderProvider({ reader, children }: { reader: Reading; children?: ReactNode }) {
  return <context.Provider value={reader}>{children}</context.Provider>;
}

/** In which zone and by which clock times are written. */
export function useReader(): Reading {
  const reader = useContext(context);
  if (reader === null) throw new Error("The page has no reader.");
  return reader;
}

/** The browser's zone and clock. A browser that hides its zone says UTC; then it is the zone in which was booked. */
export function readerOf(tag: string, bookedIn: string | null): Reading {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const usual = new Intl.DateTimeFormat(navigator.language, { hour: "numeric" }).resolvedOptions();
  const isHidden = !timeZone || timeZone === "UTC";
  return {
    tag,
    timeZone: isHidden ? (bookedIn ?? "UTC") : timeZone,
    isHour12: usual.hour12 === true,
  };
}
