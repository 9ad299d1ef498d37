import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";

declare module "vitest" {
  // Vitest's own contract is an interface; a type cannot add to it.
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
  export interface ProvidedContext {
    platform: {
      readonly stateDir: string;
      /** A browser for tests; null on a machine without one. */
      readonly chromium: string | null;
      /** Where the platform looks for the log-in provider `other`; a test starts it first. */
      readonly providerPort: number;
      /** What the terminal showed when the platform had started. */
      readonly printed: string;
    };
  }
}

/** A part's address and process. */
type Part = { readonly url: string; readonly pid: number };

/** What `.local/platform.json` says of the platform that runs now. */
export type RunningPlatform = {
  readonly graphql: string;
  readonly mailbox: string;
  readonly services: Readonly<Record<string, Part>>;
  readonly gateway: Part;
  readonly nats: string;
  readonly postgres: string;
  readonly demo: {
    readonly organization: { readonly id: string; readonly slug: string };
    readonly meetingType: { readonly id: string; readonly slug: string };
    readonly logins: readonly {
      readonly role: "OWNER" | "HOST";
      readonly name: string;
      readonly email: string;
      readonly password: string;
    }[];
  };
};

/** Where the platform of this run keeps its state and logs. */
export function stateFolder(): string {
  return inject("platform").stateDir;
}

/** Read anew at each call: a part that was started again has another process. */
export function runningPlatform(): RunningPlatform {
  return JSON.parse(readFileSync(join(stateFolder(), "platform.json"), "utf8")) as RunningPlatform;
}
