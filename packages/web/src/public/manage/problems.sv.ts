const taken = "Tiden är inte längre ledig. Din bokning är som förut; välj en annan tid.";
const far = "Tiden ligger för långt fram. Välj en tidigare.";
const link = "Bokningen går inte längre att nå med länken.";
const busy = "Det är mycket på en gång just nu. Försök igen om en stund.";
const again = "Det gick inte, och inget ändrades. Försök igen om en stund.";

/** What a mutation of this page may be answered with, by code. */
export const manageProblems: Readonly<Record<string, string>> = {
  SLOT_TAKEN: taken,
  SLOT_LIMIT_REACHED: taken,
  SLOT_NOT_OFFERED: taken,
  SLOT_OUTSIDE_HOURS: taken,
  HOST_NOT_AVAILABLE: taken,
  HOLD_EXPIRED: taken,
  HOLD_NOT_FOUND: taken,
  SLOT_IN_PAST: "Tiden har passerat. Välj en senare.",
  SLOT_NOTICE_TOO_SHORT: "Det är för sent att boka den tiden. Välj en senare.",
  SLOT_NOTICE_TOO_LONG: far,
  SLOT_BEYOND_HORIZON: far,
  MEETING_TYPE_INACTIVE:
    "Mötet erbjuds inte längre, så det går inte att flytta. Skriv till värden.",
  DURATION_NOT_OFFERED: "Möten av den här längden erbjuds inte längre. Skriv till värden.",
  ROUTE_INVALID: again,
  WINDOW_TOO_LONG: again,
  TOO_MANY_SLOTS: again,
  BOOKING_NOT_ACTIVE: "Bokningen har avbokats eller är över. Sidan visar hur det står till.",
  BOOKING_NOT_PENDING: "Bokningen har besvarats under tiden. Sidan visar hur det står till.",
  CANCELLATION_TOO_LATE: "Det är för sent att avboka. Skriv till värden.",
  RESCHEDULING_TOO_LATE: "Det är för sent att flytta. Skriv till värden.",
  PROPOSAL_OPEN: "Andra tider väntar redan på svar. Svara på dem först.",
  PROPOSAL_NOT_OPEN: "Tiderna har besvarats eller tagits tillbaka under tiden.",
  NOT_PROPOSED: "Den tiden var inte bland de föreslagna.",
  HAS_LEFT: "Personen har lämnat mötet och kan inte bjudas in igen.",
  TOO_MANY: "Det kan inte bli fler: tio gäster, och tre flöden.",
  INVALID_INPUT: "Något du skrev godtogs inte. Se över adressen och tiderna.",
  FORBIDDEN: "Din länk tillåter inte detta.",
  NOT_FOUND: link,
  UNAUTHENTICATED: link,
  MANAGE_LINK_EXPIRED: link,
  SUBJECT_ERASED: "Bokningens uppgifter har raderats.",
  NOT_OFFERED: again,
  RATE_LIMITED: busy,
  TOO_BUSY: busy,
  COST_BUDGET_SPENT: busy,
  SERVICE_UNAVAILABLE: busy,
  ASK_TIMEOUT: busy,
  ASK_UNANSWERED: busy,
  UNREACHABLE: "Inget svar kom; uppkopplingen kan ligga nere. Sidan visar det som är känt.",
  INTERNAL: again,
};
