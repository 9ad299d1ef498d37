import { InvalidInput } from "@tidbok/domain";
import type { Context } from "../../../context.ts";

/** Throws InvalidInput for a country of which the holiday calendar has no data. */
export async function checkCountry(
  { holidays }: Pick<Context, "holidays">,
  country: string | null,
): Promise<void> {
  if (country === null || (await holidays.isKnown(country))) return;
  const message =
    "must be the code of a country (ISO 3166-1) with a known holiday calendar, such as SE";
  throw new InvalidInput([{ path: "holidayCountry", code: "UNKNOWN_COUNTRY", message }]);
}
