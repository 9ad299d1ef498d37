import type { IdPage } from "@tidbok/service";
import type { PrismaClient } from "../../generated/prisma/client.ts";
import {
  bookingIdOf,
  type Delivery,
  type DeliveryKind,
  type DeliveryState,
  type PlannedDelivery,
  type Recipient,
} from "../domain/delivery.ts";

type Row = Awaited<ReturnType<PrismaClient["delivery"]["findFirstOrThrow"]>>;

/** A new row for the delivery, due at once. */
export function deliveryColumns({ recipient, createdAt, ...columns }: PlannedDelivery) {
  return {
    ...columns,
    recipientKind: recipient.kind,
    recipientId: recipient.id,
    state: "PENDING",
    createdAt: new Date(createdAt),
    dueAt: new Date(createdAt),
  };
}

/** The table's checks allow no other kinds and states. */
export function toDelivery(row: Row): Delivery {
  const kind = row.kind as DeliveryKind;
  return {
    id: row.id,
    eventId: row.eventId,
    kind,
    recipient: { kind: row.recipientKind as Recipient["kind"], id: row.recipientId },
    aboutId: row.aboutId,
    bookingId: bookingIdOf({ kind, aboutId: row.aboutId }),
    organizationId: row.organizationId,
    sequence: row.sequence,
    traceparent: row.traceparent,
    state: row.state as DeliveryState,
    attempts: row.attempts,
    wasHandedOver: row.wasHandedOver,
    lastErrorCode: row.lastErrorCode,
    createdAt: row.createdAt.getTime(),
    sentAt: row.sentAt?.getTime() ?? null,
  };
}

/** Which deliveries of an organization, and from where on. */
export type DeliveryPage = {
  readonly organizationId: string;
  readonly state?: Delivery["state"] | null;
  readonly kind?: Delivery["kind"] | null;
  readonly bookingId?: string | null;
  /** Whether the mails to guests are on it. */
  readonly includesGuests: boolean;
  /** The id of the last one that is known. */
  readonly page: IdPage;
};

/** The page as Prisma looks for it. The organization is always part of it. */
export function whereMatches(query: Omit<DeliveryPage, "page">) {
  const { organizationId, state, kind, bookingId, includesGuests } = query;
  return {
    organizationId,
    ...(includesGuests ? {} : { recipientKind: { not: "GUEST" } }),
    ...(state ? { state } : {}),
    ...(kind ? { kind } : {}),
    ...(bookingId ? { aboutId: bookingId } : {}),
  };
}
