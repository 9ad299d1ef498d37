import { createTransactionalStore } from "@tidbok/service";
import type { PrismaClient } from "../generated/prisma/client.ts";
import { subscriptions } from "./subscriptions.ts";

export const createStore = (prisma: PrismaClient) =>
  createTransactionalStore(prisma, (transaction: Pick<PrismaClient, Models>) => ({
    subscriptions: subscriptions(transaction),
  }));

export type Store = ReturnType<typeof createStore>;

type Models = "subscription" | "$executeRaw" | "$queryRaw";
