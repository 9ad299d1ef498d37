import type { Caller } from "@tidbok/domain";
import { relationTo } from "./domain/relation.ts";

/** What a caller is to a row of each type with classified fields. */
export const relations = {
  Account: (caller: Caller, row: { readonly id: string }) => relationTo(caller, row.id),
  PolicyAcceptance: (caller: Caller, row: { readonly accountId: string }) =>
    relationTo(caller, row.accountId),
};
