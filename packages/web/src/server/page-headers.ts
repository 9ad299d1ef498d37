import type { Language } from "../words/languages.ts";

type PageHeaders = { readonly language: Language; readonly policy: string };

/** What is sent with each page; the HTML is asked for again at each visit. */
export function pageHeaders({ language, policy }: PageHeaders): Readonly<Record<string, string>> {
  return {
    "content-type": "text/html; charset=utf-8",
    "content-language": language,
    "cache-control": "no-cache",
    vary: "accept-language, accept-encoding",
    "content-security-policy": policy,
    "permissions-policy": permissions,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
  };
}

const off =
  "camera microphone geolocation display-capture fullscreen payment usb serial hid midi".split(" ");
const permissions = [
  ...off.map((name) => `${name}=()`),
  "publickey-credentials-get=(self)",
  "publickey-credentials-create=(self)",
  "clipboard-write=(self)",
].join(", ");
