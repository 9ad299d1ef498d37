import { input } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import type { App } from "../domain/app.ts";

/** An app; null when there is none. All about it is public but its secrets. */
export async function findApp({ store }: Context, id: string): Promise<App | null> {
  return input.id.safeParse(id).success ? store.apps.find(id) : null;
}
