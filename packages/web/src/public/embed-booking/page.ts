import { loadEmbedOrigins } from "../../embedded/load-embed-origins.ts";
import { definePage } from "../../server/public-page.ts";
import { page as bookingPage, type BookingPageData } from "../booking/page.ts";
import type { BookingWords } from "./words.en.ts";

/** The booking page, and the sites that may embed it. */
export type EmbeddedBookingData = BookingPageData & { readonly embedOrigins: readonly string[] };

/** `/embed/@{org}/{type}`: the booking page for a frame of another site. */
export const page = definePage<BookingWords, EmbeddedBookingData>({
  path: "/embed/@:organization/:type",
  hasScript: true,
  budgetKb: 30,
  load: async (ask, request) => {
    const [booking, embedOrigins] = await Promise.all([
      bookingPage.load?.(ask, request),
      loadEmbedOrigins(ask, request.params["organization"] ?? ""),
    ]);
    return booking ? { ...booking, embedOrigins } : null;
  },
  title: bookingPage.title,
  languageOf: ({ locale }) => locale,
  embedOriginsOf: ({ embedOrigins }) => embedOrigins,
});
