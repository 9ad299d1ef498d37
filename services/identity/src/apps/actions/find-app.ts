import { isId } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import type { App } from "../domain/app.ts";

/** The app with this id, or null. Everything about an app is public, except its secrets. */
export async function findApp({ store }: Context, id: string): Promise<App | null> {
  return isId(id) ? store.apps.find(id) : null;
}
