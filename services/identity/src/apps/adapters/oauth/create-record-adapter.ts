import { createHash } from "node:crypto";
import { errors, type Adapter, type AdapterPayload } from "oidc-provider";
import type { NewRecord, OauthRecord } from "../../../grants/domain/oauth-record.ts";
import { mayComeAgain, type Use } from "../../../grants/domain/reuse-grace.ts";
import type { Seals } from "../../../accounts/adapters/seals.ts";

type Key = Pick<OauthRecord, "model" | "keyHash">;

/** The client that uses a token in this request, as a fingerprint; null where no token is exchanged. */
export type Sender = (token: AdapterPayload) => string | null;

/** The storage of the library's records. */
export type Records = {
  upsert(record: NewRecord): Promise<void>;
  find(key: Key): Promise<OauthRecord | null>;
  findBy(
    model: string,
    by: { readonly uidHash: Uint8Array } | { readonly userCodeHash: Uint8Array },
  ): Promise<OauthRecord | null>;
  /** True for one caller only, even if many call at once. */
  consume(key: Key, use: Use): Promise<boolean>;
  /** True for the second use, by the same client within the grace; for one caller only. */
  consumeAgain(key: Key, use: Use): Promise<boolean>;
  remove(key: Key): Promise<void>;
  removeOfGrant(model: string, grantId: string): Promise<void>;
  /** Ends a grant with all of its tokens, and tells the event. */
  endGrant(grantId: string): Promise<void>;
};

// These work once. A second use means that one of the two users is a thief, so it ends the whole grant. A refresh token
// alone may come again within seconds from its client, which asked from two places at once or lost the answer.
const single = new Set(["AuthorizationCode", "RefreshToken", "DeviceCode"]);

/** oidc-provider's storage of one model over the records: ids by their hashes, contents sealed. */
export function createRecordAdapter(
  model: string,
  { records, seals, sender }: { records: Records; seals: Seals; sender: Sender },
): Adapter {
  const keyOf = (id: string) => ({ model, keyHash: hashOf(`${model} ${id}`) });
  const read = (record: OauthRecord | null): AdapterPayload | undefined => {
    if (record === null) return undefined;
    const isOver = record.expiresAt !== null && record.expiresAt <= Date.now();
    // A device must learn that its code has expired, not that the code never existed (RFC 8628, 3.5).
    if (isOver && model !== "DeviceCode") return undefined;
    const payload = JSON.parse(seals.open(placeOf(record), record.payload)) as AdapterPayload;
    const { consumedAt } = record;
    const from = model === "RefreshToken" ? sender(payload) : null;
    if (consumedAt === null || mayComeAgain(record, { from, at: Date.now() })) return payload;
    return { ...payload, consumed: Math.floor(consumedAt / 1000) };
  };
  return {
    // The library chooses the parameters.
    // eslint-disable-next-line tidbok/one-object
    upsert: async (id, payload, expiresIn) => {
      const key = keyOf(id);
      await records.upsert({
        ...key,
        payload: seals.seal(placeOf(key), JSON.stringify(payload)),
        grantId: model === "Grant" ? id : (payload.grantId ?? null),
        uidHash: payload.uid === undefined ? null : hashOf(payload.uid),
        userCodeHash: payload.userCode === undefined ? null : hashOf(payload.userCode),
        accountId: payload.accountId ?? null,
        appId: payload.clientId ?? null,
        expiresAt: expiresIn ? Date.now() + expiresIn * 1000 : null,
      });
    },
    find: async (id) => read(await records.find(keyOf(id))),
    findByUid: async (uid) => read(await records.findBy(model, { uidHash: hashOf(uid) })),
    findByUserCode: async (userCode) =>
      read(await records.findBy(model, { userCodeHash: hashOf(userCode) })),
    consume: async (id) => {
      const key = keyOf(id);
      const late = read(await records.find(key));
      const from = model === "RefreshToken" && late ? sender(late) : null;
      const use = { from, at: Date.now() };
      if (await records.consume(key, use)) return;
      if (!single.has(model) || (await records.consumeAgain(key, use))) return;
      if (late?.grantId !== undefined) await records.endGrant(late.grantId);
      throw new errors.InvalidGrant("already used");
    },
    destroy: async (id) => {
      if (model === "Grant") await records.endGrant(id);
      else await records.remove(keyOf(id));
    },
    revokeByGrantId: (grantId) => records.removeOfGrant(model, grantId),
  };
}

function hashOf(text: string): Uint8Array {
  return createHash("sha256").update(text).digest();
}

/** What a record's contents are sealed for. */
export function placeOf({ model, keyHash }: Key): string {
  return `${model} ${Buffer.from(keyHash).toString("base64url")}`;
}
