import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";

/** What a device does where nothing is changed: verifies its person, counts, and is backed up nowhere. */
type Conduct = {
  readonly origin?: string;
  readonly host?: string;
  readonly flags?: number;
  readonly count?: number;
  readonly type?: string;
};

const present = 0x01;
const verified = 0x04;
const attested = 0x40;

/**
 * A device in software, for passkeys of pages at this origin, which speaks WebAuthn with real keys. It answers as the graph's
 * inputs want it, and tells what it is told to, right or wrong. Throws when it is to sign with what it did not make.
 */
export function createSoftAuthenticator(origin: string) {
  const credentials = new Map<string, { key: KeyObject; userHandle: string; count: number }>();
  const sealed = (text: string | Buffer) => Buffer.from(text).toString("base64url");
  const clientData = (type: string, { challenge, at }: { challenge: string; at: string }) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: at, crossOrigin: false }));
  const facts = ({ host, flags, count }: { host: string; flags: number; count: number }) => {
    const counted = Buffer.alloc(4);
    counted.writeUInt32BE(count);
    return Buffer.concat([sha256(host), Buffer.from([flags]), counted]);
  };

  return {
    /** Makes a passkey, as `registerPasskey` wants it. */
    make: (
      { challenge, userHandle }: { challenge: string; userHandle: string },
      conduct: Conduct = {},
    ) => {
      const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
      const { x = "", y = "" } = publicKey.export({ format: "jwk" });
      const id = randomBytes(16);
      const cose = new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, new Uint8Array(Buffer.from(x, "base64url"))],
        [-3, new Uint8Array(Buffer.from(y, "base64url"))],
      ]);
      const { host = new URL(origin).hostname, flags = present | verified, count = 1 } = conduct;
      const authData = Buffer.concat([
        facts({ host, flags: flags | attested, count }),
        Buffer.alloc(16),
        Buffer.from([0, id.length]),
        id,
        isoCBOR.encode(cose),
      ]);
      const attestation = new Map<string, unknown>([
        ["fmt", "none"],
        ["attStmt", new Map()],
        ["authData", new Uint8Array(authData)],
      ]);
      credentials.set(sealed(id), { key: privateKey, userHandle, count });
      const { type = "webauthn.create", origin: at = origin } = conduct;
      return {
        credentialId: sealed(id),
        clientDataJson: sealed(clientData(type, { challenge, at })),
        attestationObject: sealed(Buffer.from(isoCBOR.encode(attestation as never))),
      };
    },

    /** Signs with a passkey, as `logInByPasskey` and `confirmPasskey` want it. */
    sign: (
      { challenge, credentialId }: { challenge: string; credentialId: string },
      conduct: Conduct = {},
    ) => {
      const credential = credentials.get(credentialId);
      if (!credential) throw new Error("This device has no such passkey.");
      const { host = new URL(origin).hostname, flags = present | verified } = conduct;
      credential.count = conduct.count ?? credential.count + 1;
      const { type = "webauthn.get", origin: at = origin } = conduct;
      const said = clientData(type, { challenge, at });
      const authData = facts({ host, flags, count: credential.count });
      const signature = sign("sha256", Buffer.concat([authData, sha256(said)]), credential.key);
      return {
        credentialId,
        clientDataJson: sealed(said),
        authenticatorData: sealed(authData),
        signature: sealed(signature),
        userHandle: credential.userHandle,
      };
    },
  };
}

function sha256(of: string | Buffer): Buffer {
  return createHash("sha256").update(of).digest();
}
