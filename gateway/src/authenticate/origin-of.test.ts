import { expect, test } from "vitest";
import { originOf } from "./origin-of.ts";

test.each([
  ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "COMPUTER", "FIREFOX"],
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0",
    "COMPUTER",
    "EDGE",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
    "PHONE",
    "SAFARI",
  ],
  [
    "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36",
    "PHONE",
    "CHROME",
  ],
  [
    "Mozilla/5.0 (Linux; Android 14; SM-X710) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0.0.0 Safari/537.36",
    "TABLET",
    "SAMSUNG",
  ],
  ["curl/8.9.1", "PROGRAM", "OTHER"],
  ["", "PROGRAM", "OTHER"],
])("%s is a %s with %s", (userAgent, deviceType, browserFamily) => {
  expect(originOf({ address: "203.0.113.9", userAgent })).toEqual({
    network: "203.0.113.0/24",
    deviceType,
    browserFamily,
  });
});

test.each([
  ...["127.0.0.1", "::1", "10.2.3.4", "::ffff:192.168.1.9", "fd00::7", "fe80::1"],
  ...["224.0.0.1", "240.0.0.1", "::", "ff02::1", "::ffff:0a02:0304", "64:ff9b::10.2.3.4"],
])("%s is no address of the public internet, so it stands for nobody's network", (address) => {
  expect(originOf({ address }).network).toBeNull();
});
