import { readFile } from "node:fs/promises";
import { z } from "zod";

/** A provider (OpenID Connect) that people can log in at, as configured for this installation. */
export type Provider = {
  readonly id: string;
  /** The text of the button. */
  readonly name: string;
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string | null;
  /** Whether the provider can be asked to let people choose among their accounts there. */
  readonly letsChoose: boolean;
  /** The domains whose addresses the provider itself assigns, so that it is the authority for them. */
  readonly authoritativeFor: readonly string[];
};

const presets: Readonly<
  Record<string, { readonly name: string; readonly issuer: string; readonly letsChoose: true }>
> = {
  google: { name: "Google", issuer: "https://accounts.google.com", letsChoose: true },
  // For every organization and private accounts; the token names the issuer, which is checked there.
  microsoft: {
    name: "Microsoft",
    issuer: "https://login.microsoftonline.com/common/v2.0",
    letsChoose: true,
  },
};

const schema = z
  .array(
    z.strictObject({
      id: z
        .string()
        .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
        .max(40),
      name: z.string().min(1).max(40).optional(),
      issuer: z.url().optional(),
      clientId: z.string().min(1),
      clientSecret: z.string().min(1).optional(),
      authoritativeFor: z.array(z.string().regex(/^[a-z0-9.-]+\.[a-z]+$/)).default([]),
    }),
  )
  .max(10);

/** The providers of the file; an empty path means no providers. Those on loopback are for an installation on loopback. */
export async function loadProviders(
  file: string,
  { publicUrl }: { readonly publicUrl: string },
): Promise<readonly Provider[]> {
  if (file === "") return [];
  const allowsLoopback = isLoopback(new URL(publicUrl));
  return readProviders(await readFile(file, "utf8"), { allowsLoopback });
}

/** Reads the text of the file of providers. Throws with every mistake in it, and never shows a value. */
export function readProviders(
  text: string,
  { allowsLoopback }: { readonly allowsLoopback: boolean },
): readonly Provider[] {
  const parsed = schema.safeParse(parseJson(text));
  if (!parsed.success) {
    throw refusal(
      parsed.error.issues.map(
        ({ path, message }) => `LOG_IN_PROVIDERS_FILE ${path.join(".")}: ${message}`,
      ),
    );
  }
  const mistakes: string[] = [];
  const providers = parsed.data.flatMap((given, index): Provider[] => {
    const { name, issuer, letsChoose = false } = { ...presets[given.id], ...given };
    const at = `LOG_IN_PROVIDERS_FILE ${index}`;
    if (!name || !issuer) mistakes.push(`${at}: needs name and issuer, because it is no preset`);
    else if (!isAllowed(new URL(issuer), allowsLoopback))
      mistakes.push(`${at}: issuer is not https`);
    else
      return [
        {
          ...given,
          name,
          issuer: new URL(issuer),
          clientSecret: given.clientSecret ?? null,
          letsChoose,
        },
      ];
    return [];
  });
  if (new Set(providers.map(({ id }) => id)).size < providers.length) {
    mistakes.push("LOG_IN_PROVIDERS_FILE names a provider twice");
  }
  if (mistakes.length > 0) throw refusal(mistakes);
  return providers;
}

/** Whether the host is on loopback. */
export function isLoopback({ hostname }: URL): boolean {
  return ["127.0.0.1", "[::1]", "localhost"].includes(hostname);
}

function isAllowed(issuer: URL, allowsLoopback: boolean): boolean {
  return issuer.protocol === "https:" || (allowsLoopback && isLoopback(issuer));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusal(["LOG_IN_PROVIDERS_FILE is not JSON"]);
  }
}

function refusal(mistakes: readonly string[]): Error {
  return new Error(
    `The configuration has mistakes:\n${mistakes.map((line) => `  ${line}`).join("\n")}`,
  );
}
