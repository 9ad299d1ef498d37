import { createTransactionalStore } from "@tidbok/service";
import type { PrismaClient } from "../generated/prisma/client.ts";
import { acceptances } from "./acceptances.ts";
import { policies } from "./policies.ts";
import { retentionRules } from "./retention-rules.ts";

export const createStore = (prisma: PrismaClient) =>
  createTransactionalStore(prisma, (transaction: Pick<PrismaClient, Models>) => ({
    acceptances: acceptances(transaction),
    policies: policies(transaction),
    retentionRules: retentionRules(transaction),
  }));

export type Store = ReturnType<typeof createStore>;

type Models =
  "policy" | "policyText" | "policyAcceptance" | "retentionRule" | "$executeRaw" | "$queryRaw";
