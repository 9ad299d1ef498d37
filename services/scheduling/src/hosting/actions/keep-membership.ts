import type { Instant } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import type { HostPlace } from "../domain/standing.ts";
import { endHosting } from "./steps/end-hosting.ts";

/** Remembers whether an account belongs to an organization. Whoever does not any more has nothing to host by there. */
export async function keepMembership(
  context: Pick<Context, "store" | "now" | "log">,
  told: HostPlace & { readonly isCurrent: boolean; readonly toldAt: Instant },
): Promise<void> {
  const isNews = await context.store.standings.putMembership(told);
  if (isNews && !told.isCurrent) await endHosting(context, told);
}
