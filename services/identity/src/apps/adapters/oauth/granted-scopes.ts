import { z } from "zod";
import type { Seals } from "../../../accounts/adapters/seals.ts";
import type { OauthRecord } from "../../../grants/domain/oauth-record.ts";
import { placeOf } from "./create-record-adapter.ts";

// The library's own form of a grant: the scopes of each resource, of which there is one, apart by spaces.
const grant = z.object({ resources: z.record(z.string(), z.string()).optional() });

/** The scopes that a person gave by a grant. */
export function grantedScopes(
  seals: Seals,
  { model, keyHash, payload }: Pick<OauthRecord, "model" | "keyHash" | "payload">,
): readonly string[] {
  const text = seals.open(placeOf({ model, keyHash }), payload);
  const { resources = {} } = grant.parse(JSON.parse(text));
  return Object.values(resources).flatMap((scopes) => scopes.split(" "));
}
