import { createElement, StrictMode, useState } from "react";
import { TidbokBooking } from "../src/tidbok-booking.ts";

/** A page of a site that embeds a booking page, as its server and its browsers draw it. */
export function SitePage({ origin, page }: { readonly origin: string; readonly page: string }) {
  const [booked, setBooked] = useState<readonly string[]>([]);
  return createElement(
    StrictMode,
    null,
    createElement("h1", null, "Book with us"),
    createElement(TidbokBooking, {
      origin,
      page,
      label: "Book a meeting",
      prefill: { name: "Rea React", email: "rea@people.example" },
      onBooked: ({ state }) => setBooked((before) => [...before, state]),
    }),
    createElement("output", null, booked.join(" ")),
  );
}
