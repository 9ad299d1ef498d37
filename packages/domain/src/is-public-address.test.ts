import { expect, test } from "vitest";
import { isPublicAddress } from "./is-public-address.ts";

test.each([
  ["0.0.0.0/8", "0.0.0.0", "0.1.2.3"],
  ["10.0.0.0/8", "10.0.0.0", "10.255.255.255"],
  ["100.64.0.0/10", "100.64.0.1", "100.127.255.255"],
  ["127.0.0.0/8", "127.0.0.1", "127.255.255.255"],
  ["169.254.0.0/16", "169.254.169.254", "169.254.255.255"],
  ["172.16.0.0/12", "172.16.0.1", "172.31.255.255"],
  ["192.168.0.0/16", "192.168.0.0", "192.168.255.255"],
  ["224.0.0.0/3", "224.0.0.1", "255.255.255.255"],
  ["::/127", "::", "::1"],
  ["fc00::/7", "fc00::1", "fdff:ffff::1"],
  ["fe80::/10", "fe80::1", "febf::1%eth0"],
  ["ff00::/8", "ff00::", "ff02::fb"],
  ["IPv4 in IPv6", "::ffff:10.0.0.1", "::ffff:7f00:1"],
  ["IPv4 behind NAT64", "64:ff9b::10.0.0.1", "64:ff9b::a9fe:a9fe"],
  ["IPv4 behind 6to4", "2002:0a00:0001::1", "2002:c0a8:0101::"],
])("%s is not public", (_, first, last) => {
  expect([isPublicAddress(first), isPublicAddress(last)]).toEqual([false, false]);
});

test.each(["10.1.2.3", "172.20.0.1", "192.168.1.1", "fd00::1"])("%s is not public", (address) =>
  expect(isPublicAddress(address)).toBe(false),
);

test.each([
  "8.8.8.8",
  "1.0.0.0",
  "100.128.0.0",
  "172.15.255.255",
  "172.32.0.1",
  "223.255.255.255",
  "2a00:1450:400f::1",
  "::ffff:8.8.8.8",
  "64:ff9b::8.8.8.8",
  "2002:0808:0808::1",
])("%s is public", (address) => expect(isPublicAddress(address)).toBe(true));

test.each(["", "localhost", "8.8", "134744072", "0x08.8.8.8", "8.8.8.8/32", "1:2:3"])(
  "%s is no address, and so not public",
  (text) => expect(isPublicAddress(text)).toBe(false),
);
