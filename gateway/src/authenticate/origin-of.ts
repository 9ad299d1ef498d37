import { isPublicAddress, networkOf, type Origin } from "@tidbok/domain";

/** Where a request comes from, reduced here: neither the address nor the user agent goes any further. */
export function originOf({
  address,
  userAgent = "",
}: {
  address: string;
  userAgent?: string | undefined;
}): Origin {
  return {
    // The address of a proxy stands for everybody behind it: it would count all of them as one.
    network: isPublicAddress(address) ? networkOf(address) : null,
    deviceType: deviceTypeOf(userAgent),
    browserFamily: browsers.find(([sign]) => sign.test(userAgent))?.[1] ?? "OTHER",
  };
}

// The order matters: each browser claims to be those below it, too.
const browsers: readonly (readonly [RegExp, Origin["browserFamily"]])[] = [
  [/\bEdg(e|A|iOS)?\//, "EDGE"],
  [/\b(OPR|Opera)\//, "OPERA"],
  [/\bSamsungBrowser\//, "SAMSUNG"],
  [/\b(Firefox|FxiOS)\//, "FIREFOX"],
  [/\b(Chrome|CriOS|Chromium)\//, "CHROME"],
  [/\bSafari\//, "SAFARI"],
];

function deviceTypeOf(userAgent: string): Origin["deviceType"] {
  if (/\biPad\b|\bTablet\b|\bAndroid\b(?!.*\bMobile\b)/.test(userAgent)) return "TABLET";
  if (/\biPhone\b|\bMobile\b/.test(userAgent)) return "PHONE";
  return /\b(Windows|Macintosh|X11|CrOS)\b/.test(userAgent) ? "COMPUTER" : "PROGRAM";
}
