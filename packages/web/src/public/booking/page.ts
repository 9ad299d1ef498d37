import { BookingPageDocument } from "../../generated/graphql.ts";
import { definePage } from "../../server/public-page.ts";
import { addDays } from "../../time/calendar-month.ts";
import { packSlots, type BookingData } from "./offer.ts";
import type { BookingWords } from "./words.en.ts";

/** What the booking page shows, and the language of its organization. */
export type BookingPageData = BookingData & { readonly locale: string };

/** `/@{org}/{type}`: the booking page, with the times of five weeks in it. */
export const page = definePage<BookingWords, BookingPageData>({
  path: "/@:organization/:type",
  hasScript: true,
  budgetKb: 30,
  load: async (ask, { params, query, now }) => {
    const from = new Date(now).toISOString().slice(0, 10);
    const to = addDays(from, 34);
    const wanted = Number(query["duration"]);
    const isWanted = Number.isInteger(wanted) && wanted > 0 && wanted < 1_441;
    const { organization: slug = "", type = "" } = params;
    const first = { slug, type, from, to, duration: isWanted ? wanted : null };
    // Any other number is refused by the graph; the page then shows the usual length.
    const answer = await ask(BookingPageDocument, first).catch((error: unknown) => {
      if ((error as { code?: string }).code !== "DURATION_NOT_OFFERED") throw error;
      return ask(BookingPageDocument, { ...first, duration: null });
    });
    const { organization } = answer.data;
    if (!organization?.meetingType?.isActive) return null;
    const { meetingType, locale, ...rest } = organization;
    const { slots, nextAvailable, ...bookedType } = meetingType;
    const isOffered = bookedType.durationsMinutes.includes(wanted);
    return {
      organization: rest,
      locale,
      type: bookedType,
      duration: isOffered ? wanted : (bookedType.durationsMinutes[0] ?? 30),
      slots: packSlots(slots),
      now,
      to,
      next: nextAvailable ? Date.parse(nextAvailable.startAt) : null,
    };
  },
  title: (_, { type, organization }) => `${type.title} · ${organization.name}`,
  languageOf: ({ locale }) => locale,
});
