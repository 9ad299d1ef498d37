import { idBounds } from "@tidbok/service";
import type { PrismaClient } from "../../generated/prisma/client.ts";
import type { Settlement } from "../domain/after-attempt.ts";
import type { Delivery, LeasedDelivery, PlannedDelivery } from "../domain/delivery.ts";
import { claimDue, type Claim } from "./claim-due.ts";
import { handOver, type HandOver } from "./hand-over.ts";
import { deliveryColumns, toDelivery, whereMatches, type DeliveryPage } from "./delivery-row.ts";

type Prisma = Pick<PrismaClient, "delivery" | "$queryRaw" | "$executeRaw">;

/** Mails to send, being sent, and sent. */
export const deliveries = (prisma: Prisma) => ({
  /** A delivery that the event has made already stays as it is. */
  insertMany: async (planned: readonly PlannedDelivery[]): Promise<void> => {
    await prisma.delivery.createMany({ data: planned.map(deliveryColumns), skipDuplicates: true });
  },

  find: async (id: string): Promise<Delivery | null> => {
    const row = await prisma.delivery.findUnique({ where: { id } });
    return row && toDelivery(row);
  },

  /** Leases what is due, and what a worker left behind. No two workers get the same. */
  claim: (claim: Claim): Promise<LeasedDelivery[]> => claimDue(prisma, claim),

  handOver: (given: HandOver) => handOver(prisma, given),

  /** Ends the lease with what came of it. False when another worker had the lease by then. */
  settle: async (
    { id, leaseId }: { readonly id: string; readonly leaseId: string },
    { state, attempts, dueAt, lastErrorCode, sentAt }: Settlement & { readonly attempts: number },
  ): Promise<boolean> => {
    const { count } = await prisma.delivery.updateMany({
      where: { id, leaseId },
      data: {
        state,
        attempts,
        dueAt: new Date(dueAt),
        lastErrorCode,
        sentAt: sentAt === null ? null : new Date(sentAt),
        leaseId: null,
        handedOverAt: null,
      },
    });
    return count === 1;
  },

  /**
   * Whether the recipient was sent anything about the same before. The news that a series was made tells its attendee
   * of all its bookings; the attendee, who is one person, has another id in each.
   */
  hasTold: async (
    { aboutId, recipient }: Delivery,
    seriesBookingIds: readonly string[],
  ): Promise<boolean> => {
    const ofSeries = {
      aboutId: { in: [...seriesBookingIds] },
      recipientKind: "ATTENDEE",
      kind: { in: ["BOOKING_MADE", "BOOKING_REQUESTED"] },
    };
    const told = await prisma.delivery.findFirst({
      where: {
        state: "SENT",
        OR: [
          { aboutId, recipientId: recipient.id },
          ...(recipient.kind === "ATTENDEE" ? [ofSeries] : []),
        ],
      },
      select: { id: true },
    });
    return told !== null;
  },

  /** Newest first, one more than asked for when there is a next page. */
  list: async ({ page, ...query }: DeliveryPage): Promise<Delivery[]> => {
    const { id, ...read } = idBounds(page, "desc");
    const rows = await prisma.delivery.findMany({
      where: { ...whereMatches(query), id },
      ...read,
    });
    return rows.map(toDelivery);
  },

  listTo: async (recipientId: string): Promise<Delivery[]> => {
    const rows = await prisma.delivery.findMany({
      where: { recipientId },
      orderBy: { id: "asc" },
    });
    return rows.map(toDelivery);
  },

  removeAbout: async (aboutId: string): Promise<void> => {
    await prisma.delivery.deleteMany({ where: { aboutId } });
  },

  removeTo: async (recipientId: string): Promise<number> => {
    const { count } = await prisma.delivery.deleteMany({ where: { recipientId } });
    return count;
  },
});
