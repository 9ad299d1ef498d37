import { createTransactionalStore } from "@tidbok/service";
import type { PrismaClient } from "../generated/prisma/client.ts";
import { bookings } from "../deliveries/store/bookings.ts";
import { mailCounts } from "../deliveries/store/mail-counts.ts";
import { deliveries } from "../deliveries/store/deliveries.ts";

export const createStore = (prisma: PrismaClient) =>
  createTransactionalStore(prisma, (transaction: Pick<PrismaClient, Models>) => ({
    bookings: bookings(transaction),
    deliveries: deliveries(transaction),
    mailCounts: mailCounts(transaction),
  }));

export type Store = ReturnType<typeof createStore>;

type Models = "booking" | "delivery" | "$executeRaw" | "$queryRaw";
