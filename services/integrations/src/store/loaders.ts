import DataLoader from "dataloader";
import type { BookingPeople } from "../deliveries/store/bookings.ts";
import type { Store } from "./index.ts";

/** Look-ups of one request, each gathered into one query. */
export function createLoaders(store: Store) {
  return {
    booking: new DataLoader<string, BookingPeople | null>(async (ids) => {
      const found = await store.bookings.findMany(ids);
      const byId = new Map(found.map((row) => [row.id, row]));
      return ids.map((id) => byId.get(id) ?? null);
    }),
  };
}

export type Loaders = ReturnType<typeof createLoaders>;
