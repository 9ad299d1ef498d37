import { TidbokBooking } from "./tidbok-booking.ts";

// The file `/embed/v1.js`. A site may load it twice.
if (!customElements.get("tidbok-booking")) customElements.define("tidbok-booking", TidbokBooking);
