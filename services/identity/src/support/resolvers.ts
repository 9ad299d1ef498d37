import type { Resolvers } from "@tidbok/service";
import type { Account as AccountRow } from "../accounts/domain/account.ts";
import type { Context } from "../context.ts";
import { beginStaffEnrolment } from "./actions/begin-staff-enrolment.ts";
import { endSupportAccess } from "./actions/end-support-access.ts";
import { findSupportedAccount } from "./actions/find-supported-account.ts";
import { finishStaffEnrolment } from "./actions/finish-staff-enrolment.ts";
import { listSupportAccesses } from "./actions/list-support-accesses.ts";
import { openSupportAccess } from "./actions/open-support-access.ts";

export const resolvers: Resolvers<Context> = {
  Query: {
    supportedAccount: (_, __, context) => findSupportedAccount(context),
  },
  Mutation: {
    beginStaffEnrolment: async (_, { input }, context) => ({
      ...(await beginStaffEnrolment(context, input)),
      isOwn: true,
    }),
    finishStaffEnrolment: async (_, { input }, context) => ({
      ...(await finishStaffEnrolment(context, input)),
      isOwn: true,
    }),
    openSupportAccess: (_, { input }, context) => openSupportAccess(context, input),
    endSupportAccess: (_, { input }, context) => endSupportAccess(context, input),
  },
  Account: {
    supportAccesses: ({ id }: AccountRow, page, context) =>
      listSupportAccesses(context, { ...page, accountId: id }),
  },
};
