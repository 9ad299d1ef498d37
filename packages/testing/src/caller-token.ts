import { createHash } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tokenTypes, type Caller, type Origin, type ServiceName } from "@tidbok/domain";
import { importJWK, SignJWT, type JSONWebKeySet } from "jose";
import { provided } from "./provided.ts";

/** What the gateway would send to the service for this caller: the value of `Authorization: Bearer`. */
export async function callerToken(
  caller: Caller,
  service: ServiceName,
  content: {
    readonly operation?: string | undefined;
    readonly origin?: Origin | undefined;
    readonly network?: string | undefined;
  } = {},
): Promise<string> {
  const { privateJwk } = provided().callerKey;
  const { operation, origin, network } = content;
  const claims = {
    caller,
    ...(operation !== undefined && { operation: hashOf(operation) }),
    ...(origin && { origin }),
    ...(network && { network }),
  };
  return new SignJWT(claims)
    .setProtectedHeader({ alg: "EdDSA", typ: tokenTypes.caller, kid: privateJwk.kid ?? "" })
    .setIssuer("gateway")
    .setAudience(service)
    .setIssuedAt()
    .setExpirationTime("60s")
    .sign(await importJWK(privateJwk, "EdDSA"));
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}

/** The public keys with which a service checks `callerToken`. */
export function callerJwks(): JSONWebKeySet {
  return provided().callerKey.jwks;
}

/** The same as a file, for CALLER_JWKS_FILE. */
export function callerJwksFile(): string {
  const file = join(mkdtempSync(join(tmpdir(), "tidbok-jwks-")), "caller-jwks.json");
  writeFileSync(file, JSON.stringify(callerJwks()));
  return file;
}
