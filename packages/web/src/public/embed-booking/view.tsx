import { Embedded } from "../../embedded/embedded.tsx";
import { View as Booking } from "../booking/view.tsx";
import type { EmbeddedBookingData } from "./page.ts";

/** `/embed/@{org}/{type}`: the booking page, which talks to the site around it. */
export function View({ data }: { readonly data: EmbeddedBookingData }) {
  return (
    <Embedded origins={data.embedOrigins}>
      <Booking data={data} />
    </Embedded>
  );
}
