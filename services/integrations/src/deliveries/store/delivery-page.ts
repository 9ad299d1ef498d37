import type { Delivery } from "../domain/delivery.ts";

/** Which deliveries of an organization, and from where on. */
export type DeliveryPage = {
  readonly organizationId: string;
  readonly state?: Delivery["state"] | null;
  readonly kind?: Delivery["kind"] | null;
  readonly bookingId?: string | null;
  /** The id of the last one that is known. */
  readonly after: string | null;
  readonly size: number;
};

/** The page as Prisma looks for it. The organization is always part of it. */
export function whereMatches({ organizationId, state, kind, bookingId, after }: DeliveryPage) {
  return {
    organizationId,
    ...(state ? { state } : {}),
    ...(kind ? { kind } : {}),
    ...(bookingId ? { aboutId: bookingId } : {}),
    ...(after ? { id: { lt: after } } : {}),
  };
}
