import { InvalidInput } from "@tidbok/domain";
import type { Context } from "../../../context.ts";

/** Throws InvalidInput for a country whose holidays nobody knows. */
export async function checkCountry(
  { holidays }: Pick<Context, "holidays">,
  country: string | null,
): Promise<void> {
  if (country === null || (await holidays.isKnown(country))) return;
  const message = "must be a country by two capital letters, such as SE";
  throw new InvalidInput([{ path: "holidayCountry", code: "UNKNOWN_COUNTRY", message }]);
}
