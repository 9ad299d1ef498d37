import type { Resolvers } from "@tidbok/service";
import type { Context } from "../context.ts";
import { blockTime } from "./actions/block-time.ts";
import { createAbsence } from "./actions/create-absence.ts";
import { deleteAbsence } from "./actions/delete-absence.ts";
import { deleteBlockedTime } from "./actions/delete-blocked-time.ts";
import { findAbsence } from "./actions/find-absence.ts";
import { findBlockedTime } from "./actions/find-blocked-time.ts";
import { listAbsences } from "./actions/list-absences.ts";
import { listBlockedTimes } from "./actions/list-blocked-times.ts";
import { updateAbsence } from "./actions/update-absence.ts";
import { updateBlockedTime } from "./actions/update-blocked-time.ts";
import type { Absence as AbsenceRow } from "./domain/absence.ts";
import type { BlockedTime as BlockedTimeRow } from "./domain/blocked-time.ts";

export const resolvers: Resolvers<Context> = {
  Mutation: {
    createAbsence: (_, { input }, context) => createAbsence(context, input),
    updateAbsence: (_, { input }, context) => updateAbsence(context, input),
    deleteAbsence: (_, { input }, context) => deleteAbsence(context, input),
    blockTime: (_, { input }, context) => blockTime(context, input),
    updateBlockedTime: (_, { input }, context) => updateBlockedTime(context, input),
    deleteBlockedTime: (_, { input }, context) => deleteBlockedTime(context, input),
  },
  Absence: {
    __resolveReference: ({ id }: { readonly id: string }, context) => findAbsence(context, id),
    account: ({ accountId }: AbsenceRow) => ({ id: accountId }),
    standIn: ({ standInId }: AbsenceRow) => (standInId === null ? null : { id: standInId }),
    reason: ({ id }: AbsenceRow, _, { loaders }) => loaders.absenceReason.load(id),
  },
  BlockedTime: {
    __resolveReference: ({ id }: { readonly id: string }, context) => findBlockedTime(context, id),
    account: ({ accountId }: BlockedTimeRow) => ({ id: accountId }),
    startAt: ({ start }: BlockedTimeRow) => start,
    endAt: ({ end }: BlockedTimeRow) => end,
    reason: ({ id }: BlockedTimeRow, _, { loaders }) => loaders.blockedTimeReason.load(id),
  },
  Organization: {
    absences: ({ id: organizationId }: Reference, page, context) =>
      listAbsences(context, { ...page, organizationId }),
    blockedTimes: ({ id: organizationId }: Reference, page, context) =>
      listBlockedTimes(context, { ...page, organizationId }),
  },
};

type Reference = { readonly id: string };
