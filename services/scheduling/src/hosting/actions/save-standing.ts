import type { Context } from "../../context.ts";
import type { Standing, Told } from "../domain/standing.ts";

/** Saves whether an account is in use. While it is away it hosts nothing new; when it is back it hosts as before. */
export async function saveStanding(
  { store }: Pick<Context, "store">,
  standing: Told & {
    readonly accountId: string;
    readonly state: Exclude<Standing, "ERASED">;
  },
): Promise<void> {
  await store.standings.putAccount(standing);
}
