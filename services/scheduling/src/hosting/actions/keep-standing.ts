import type { Instant } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import type { Standing } from "../domain/standing.ts";

/** Remembers whether an account is in use. Whoever is away hosts nothing new, and everything as before once they are back. */
export async function keepStanding(
  { store }: Pick<Context, "store">,
  told: {
    readonly accountId: string;
    readonly state: Exclude<Standing, "ERASED">;
    readonly toldAt: Instant;
  },
): Promise<void> {
  await store.standings.putAccount(told);
}
