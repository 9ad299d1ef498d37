import { randomBytes } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { serviceNames, type ServiceName } from "@tidbok/domain";
import type { Passwords } from "../postgres/create-databases.ts";
import { PlainFailure } from "../plain-failure.ts";
import { writeWhole } from "../write-whole.ts";

export type Secrets = {
  readonly superuser: string;
  readonly passwords: Readonly<Record<ServiceName, Passwords>>;
};

/** The database passwords of this installation, made once. */
export async function ensureSecrets(file: string): Promise<Secrets> {
  const text = await readFile(file, "utf8").catch(() => undefined);
  const found = text === undefined ? {} : parse(text, file);
  const secret = () => randomBytes(24).toString("hex");
  const secrets = {
    superuser: found.superuser ?? secret(),
    passwords: Object.fromEntries(
      serviceNames.map((name) => [
        name,
        { migrate: secret(), app: secret(), read: secret(), ...found.passwords?.[name] },
      ]),
    ) as Record<ServiceName, Passwords>,
  };
  await mkdir(dirname(file), { recursive: true });
  await writeWhole(file, `${JSON.stringify(secrets, null, 2)}\n`);
  return secrets;
}

function parse(text: string, file: string): Partial<Secrets> {
  try {
    return JSON.parse(text) as Partial<Secrets>;
  } catch {
    throw new PlainFailure(
      `${file} is not JSON: bring it back from a copy, or delete ${dirname(file)} to start with empty data.`,
    );
  }
}
