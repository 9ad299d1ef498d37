import {
  createKeySet,
  followFile,
  parseJwks,
  type Background,
  type KeySet,
  type Logger,
} from "@tidbok/service";
import type { JWK } from "jose";
import type { Config } from "../config.ts";

/** The keys that the gateway signs and checks with, as they are now. */
export type Keys = {
  /** Signs caller tokens. */
  readonly caller: () => JWK;
  readonly access: KeySet;
  readonly manageLink: KeySet;
  /** What reads them again when their files change. */
  readonly followers: readonly Background[];
};

/** The keys of the configuration, which follow their files: keys are changed without a stop. */
export function createKeys(
  {
    callerKey,
    accessJwks,
    manageLinkJwks,
    keyFiles,
  }: Pick<Config, "callerKey" | "accessJwks" | "manageLinkJwks" | "keyFiles">,
  log: Logger,
): Keys {
  let current = callerKey;
  const access = createKeySet(accessJwks);
  const manageLink = createKeySet(manageLinkJwks);
  const follow = (path: string, apply: (text: string) => void) => followFile({ path, log, apply });
  return {
    caller: () => current,
    access,
    manageLink,
    followers: [
      follow(keyFiles.callerKeys, (text) => {
        // parseJwks takes no set that is empty.
        current = parseJwks(text).keys[0] ?? current;
      }),
      follow(keyFiles.accessJwks, (text) => access.replace(parseJwks(text))),
      follow(keyFiles.manageLinkJwks, (text) => manageLink.replace(parseJwks(text))),
    ],
  };
}
