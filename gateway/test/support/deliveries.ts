import { demand } from "./ask.ts";
import { rowsOf } from "./databases.ts";
import type { Person } from "./people.ts";

/** How far a mail about a booking has come. */
export type Delivery = {
  readonly recipientKind: "ATTENDEE" | "HOST";
  readonly state: "PENDING" | "SENDING" | "SENT" | "FAILED" | "SKIPPED";
  readonly attempts: number;
  readonly lastErrorCode: string | null;
};

/** The mails about a booking, as its host sees them. */
export async function deliveriesOf(host: Person, bookingId: string): Promise<Delivery[]> {
  const { booking } = await demand({
    query: `query ($id: ID!) { booking(id: $id) { deliveries {
      nodes { recipientKind state attempts lastErrorCode } } } }`,
    variables: { id: bookingId },
    token: host.token,
  });
  return booking.deliveries.nodes;
}

/** As if the time had passed that a worker has for a mail: what a killed one had begun is free again. */
export async function leasesRunOut(): Promise<void> {
  await rowsOf(
    "tidbok_integrations",
    "UPDATE delivery SET due_at = now() - interval '1 second' WHERE state = 'SENDING'",
  );
}
