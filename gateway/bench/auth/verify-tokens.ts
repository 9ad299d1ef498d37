import { createHash, createPublicKey, randomUUID, verify } from "node:crypto";
import { createKeySet } from "@tidbok/service";
import {
  calculateJwkThumbprint,
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  jwtVerify,
  SignJWT,
  type JWK,
} from "jose";
import { createAuthenticate } from "../../src/authenticate/create-authenticate.ts";
import { createClientLookup } from "../../src/authenticate/create-client-lookup.ts";
import { createNonces } from "../../src/authenticate/create-nonces.ts";
import { createSessionLookup } from "../../src/authenticate/create-session-lookup.ts";

const publicUrl = "https://book.example";
const accountId = randomUUID();
const sessionId = randomUUID();

type Pair = Awaited<ReturnType<typeof generateKeyPair>>;

/** How long each way takes, in milliseconds, in one run of all of them by turns. */
export async function timeVerifying({ rounds, batch }: { rounds: number; batch: number }) {
  const pair = await generateKeyPair("ES256", { extractable: true });
  const jwk = { ...(await exportJWK(pair.publicKey)), kid: "bench", alg: "ES256" };
  const count = rounds * batch;
  const cached = await sign(pair);
  const fresh = await many(count, () => sign(pair));
  const bareTokens = await many(count, () => sign(pair));
  const proven = await prove(pair, count);
  const gateway = createGateway(jwk);
  const keys = createLocalJWKSet({ keys: [jwk] });
  const key = createPublicKey({ key: jwk as never, format: "jwk" });
  const options = { algorithms: ["ES256"], typ: "at+jwt", issuer: publicUrl, audience: publicUrl };
  const ways: Record<string, (index: number) => Promise<unknown>> = {
    "gateway, token seen before": () => gateway.bearer(cached),
    "gateway, token never seen": (index) => gateway.bearer(fresh[index] ?? ""),
    "gateway, token seen before, new DPoP proof": (index) =>
      gateway.dpop(proven.token, proven.proofs[index] ?? ""),
    "jose's jwtVerify alone": (index) => jwtVerify(bareTokens[index] ?? "", keys, options),
    "ES256 alone": async (index) => {
      const [head, body, signature = ""] = (bareTokens[index] ?? "").split(".");
      const bytes = Buffer.from(signature, "base64url");
      const isRight = verify(
        "sha256",
        Buffer.from(`${head}.${body}`),
        { key, dsaEncoding: "ieee-p1363" },
        bytes,
      );
      if (!isRight) throw new Error("the signature must hold");
    },
  };
  const times = new Map(Object.keys(ways).map((name) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, way] of Object.entries(ways)) {
      for (let index = round * batch; index < (round + 1) * batch; index++) {
        const before = performance.now();
        await way(index);
        times.get(name)?.push(performance.now() - before);
      }
    }
  }
  return times;
}

function createGateway(jwk: JWK) {
  const authenticatedAt = new Date().toISOString();
  const live = { accountId, sessionId, authenticatedAt, memberships: [], isStaff: false };
  const nonces = createNonces(callerKey);
  const authenticate = createAuthenticate({
    keys: { access: createKeySet({ keys: [jwk] }), manageLink: createKeySet({ keys: [jwk] }) },
    nonces,
    publicUrl,
    // Identity's answer, which is remembered: what is measured is the verifying of tokens.
    sessions: createSessionLookup(async ({ answer }) => answer.parse({ ...live, support: null })),
    clients: createClientLookup(async () => null),
  });
  const show = (authorization: string, dpop?: string) =>
    authenticate(
      { authorization, cookie: undefined, dpop, method: "POST", path: "/graphql" },
      "bench",
    );
  return {
    bearer: (token: string) => show(`Bearer ${token}`),
    dpop: (token: string, proof: string) => show(`DPoP ${token}`, proof),
  };
}

function callerKey(): JWK {
  return { kty: "OKP", d: "bench" };
}

function sign(pair: Pair, claims: object = {}): Promise<string> {
  return new SignJWT({ sid: sessionId, client_id: "tidbok", jti: randomUUID(), ...claims })
    .setProtectedHeader({ alg: "ES256", typ: "at+jwt", kid: "bench" })
    .setIssuer(publicUrl)
    .setAudience(publicUrl)
    .setSubject(accountId)
    .setIssuedAt()
    .setExpirationTime("10m")
    .sign(pair.privateKey);
}

/** A token that is bound to a key, and proofs of that key. */
async function prove(pair: Pair, count: number) {
  const own = await generateKeyPair("ES256", { extractable: true });
  const jwk = await exportJWK(own.publicKey);
  const token = await sign(pair, { cnf: { jkt: await calculateJwkThumbprint(jwk) } });
  const ath = createHash("sha256").update(token).digest("base64url");
  const nonce = createNonces(callerKey).current();
  const proofs = await many(count, () =>
    new SignJWT({ jti: randomUUID(), htm: "POST", htu: `${publicUrl}/graphql`, ath, nonce })
      .setProtectedHeader({ alg: "ES256", typ: "dpop+jwt", jwk })
      .setIssuedAt()
      .sign(own.privateKey),
  );
  return { token, proofs };
}

async function many<T>(count: number, make: () => Promise<T>): Promise<readonly T[]> {
  const made: T[] = [];
  for (let index = 0; index < count; index++) made.push(await make());
  return made;
}
