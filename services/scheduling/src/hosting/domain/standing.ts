import type { Instant } from "@tidbok/domain";

/** Whether an account is in use, out of use for a while, or erased. */
export type Standing = "PRESENT" | "AWAY" | "ERASED";

/** An account in an organization. */
export type OrganizationAccount = { readonly organizationId: string; readonly accountId: string };

/** When identity told a fact, and the version of the aggregate that the fact gave it: the highest version is the latest. */
export type Told = { readonly version: number; readonly toldAt: Instant };
