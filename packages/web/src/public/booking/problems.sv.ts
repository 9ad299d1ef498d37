import { plural } from "../../words/plural.ts";

const count = plural("sv");
const taken = "Tiden blev just tagen. Det du skrev är kvar; välj en annan tid.";

const texts: Readonly<Record<string, string>> = {
  SLOT_TAKEN: taken,
  SLOT_LIMIT_REACHED: taken,
  SLOT_NOT_OFFERED: taken,
  SLOT_OUTSIDE_HOURS: taken,
  HOLD_EXPIRED: taken,
  HOLD_NOT_FOUND: taken,
  SLOT_IN_PAST: "Tiden har passerat. Det du skrev är kvar; välj en senare.",
  SLOT_NOTICE_TOO_SHORT:
    "Det är för sent att boka den tiden. Det du skrev är kvar; välj en senare.",
  SLOT_NOTICE_TOO_LONG: "Tiden ligger för långt fram. Välj en tidigare.",
  SLOT_BEYOND_HORIZON: "Tiden ligger för långt fram. Välj en tidigare.",
  SERIES_NOT_AVAILABLE: "Några av dagarna är tagna:",
  DURATION_NOT_OFFERED: "Längden erbjuds inte längre. Ladda om sidan.",
  MEETING_TYPE_INACTIVE: "Mötet går inte längre att boka.",
  NOT_FOUND: "Mötet går inte längre att boka.",
  INVALID_INPUT: "Något du skrev godtogs inte. Se över adresser och nummer.",
  UNREACHABLE:
    "Inget svar kom; din uppkoppling kan vara nere. Tryck en gång till: du bokas inte två gånger.",
};

/** What became of a booking that failed. */
export function bookingProblems(code: string, retryAfterSeconds: number | null): string {
  if (retryAfterSeconds !== null) {
    return `För mycket på en gång. Försök igen om ${retryAfterSeconds} ${count(retryAfterSeconds, "sekund", "sekunder")}.`;
  }
  return texts[code] ?? "Något gick fel hos oss. Tryck en gång till: du bokas inte två gånger.";
}
