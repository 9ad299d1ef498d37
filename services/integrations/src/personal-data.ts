import type { PersonalData } from "@tidbok/service";
import type { Store } from "./store/index.ts";

/**
 * Integrations stores no name, address or text: they are asked for when a mail is written
 * and forgotten when it is sent. What it keeps about a person is that mails went to them, under
 * their id. Erasing takes these rows away, also those of mails that are still to be sent.
 */
export const personalData: PersonalData<{ readonly store: Store }> = {
  columns: [],
  exportSubject: async ({ store }, subjectId) => {
    const deliveries = await store.deliveries.listTo(subjectId);
    return {
      delivery: deliveries.map((delivery) => ({
        kind: delivery.kind,
        bookingId: delivery.bookingId,
        state: delivery.state,
        createdAt: new Date(delivery.createdAt).toISOString(),
        sentAt: delivery.sentAt === null ? null : new Date(delivery.sentAt).toISOString(),
      })),
    };
  },
  eraseSubject: ({ store }, subjectId) =>
    store.transaction(async (store) => {
      const bookings = await store.bookings.forgetPerson(subjectId);
      return bookings + (await store.deliveries.removeTo(subjectId));
    }),
  residue: async ({ store }, subjectId) => {
    const deliveries = await store.deliveries.listTo(subjectId);
    return deliveries.length + (await store.bookings.countWith(subjectId));
  },
};
