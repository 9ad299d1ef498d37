/** What a person holds in their hands, as far as its user agent tells. */
export const deviceTypes = ["COMPUTER", "PHONE", "TABLET", "PROGRAM"] as const;

/** Which browser it is, by family; without its version, which would narrow down the person. */
export const browserFamilies = [
  "CHROME",
  "EDGE",
  "FIREFOX",
  "OPERA",
  "SAFARI",
  "SAMSUNG",
  "OTHER",
] as const;

/**
 * Where a request comes from, as much of it as leaves the gateway: the network instead of the address,
 * a kind of device and a family of browsers instead of the user agent.
 */
export type Origin = {
  /** As `networkOf` writes it; null for an address that is not public, such as that of a proxy. */
  readonly network: string | null;
  readonly deviceType: (typeof deviceTypes)[number];
  readonly browserFamily: (typeof browserFamilies)[number];
};
