import { expect, test } from "vitest";
import { networkOf } from "./network-of.ts";

test.each([
  ["203.0.113.77", "203.0.113.0/24"],
  ["::ffff:203.0.113.77", "203.0.113.0/24"],
  ["2001:0db8:0007:1234:5678:9abc:def0:1234", "2001:db8:7::/48"],
  ["2001:DB8::1", "2001:db8:0::/48"],
  ["::1", "0:0:0::/48"],
])("%s is in %s, and that network in itself", (address, network) => {
  expect(networkOf(address)).toBe(network);
  expect(networkOf(network)).toBe(network);
});

test.each(["", "localhost", "203.0.113", "203.0.113.256", "1:2:3", "::1::2", "1:2:3:4:5:6:7:8::"])(
  "%s is no address",
  (text) => {
    expect(networkOf(text)).toBeNull();
  },
);
