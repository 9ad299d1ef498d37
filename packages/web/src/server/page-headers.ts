import type { Language } from "../words/languages.ts";

type PageHeaders = {
  readonly language: Language;
  readonly policy: string;
  /** Whether sites that the policy names show the page in a frame. */
  readonly isFramed?: boolean;
};

/** What is sent with each page; the HTML is asked for again at each visit. */
export function pageHeaders({
  language,
  policy,
  isFramed = false,
}: PageHeaders): Readonly<Record<string, string>> {
  return {
    "content-type": "text/html; charset=utf-8",
    "content-language": language,
    "cache-control": "no-cache",
    vary: "accept-language, accept-encoding",
    "content-security-policy": policy,
    "permissions-policy": permissions,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": isFramed ? "cross-origin" : "same-origin",
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
