import { BlockList, isIPv6 } from "node:net";
import { networkOf, type Origin } from "@tidbok/domain";

/** Where a request comes from, reduced here: neither the address nor the user agent goes any further. */
export function originOf({
  address,
  userAgent = "",
}: {
  address: string;
  userAgent?: string | undefined;
}): Origin {
  return {
    network: isPublic(address) ? networkOf(address) : null,
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

const inside = new BlockList();
for (const [net, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
] as const) {
  inside.addSubnet(net, prefix, "ipv4");
}
inside.addAddress("::1", "ipv6");
inside.addSubnet("fc00::", 7, "ipv6");
inside.addSubnet("fe80::", 10, "ipv6");

// A proxy's own address stands for everybody behind it: it would count all of them as one.
function isPublic(address: string): boolean {
  return !inside.check(address, isIPv6(address) ? "ipv6" : "ipv4");
}
