import { Failure } from "../../bootstrap/failure.mjs";
import { findNatsServer as find, type Search } from "../../bootstrap/nats/find-nats-server.mjs";
import { PlainFailure } from "../plain-failure.ts";

export type { Search };

/**
 * The path of a nats-server, 2.14 or newer. `npm start` and `npm test` look for it before they install anything, and
 * hand it on as NATS_SERVER; a test that is run by itself looks here.
 */
export async function findNatsServer(search: Search): Promise<string> {
  try {
    return await find(search);
  } catch (error) {
    throw error instanceof Failure ? new PlainFailure(error.message) : error;
  }
}
