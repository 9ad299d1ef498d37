/** What the graph asks a device to make. */
export type PasskeyCreation = {
  readonly challenge: string;
  readonly relyingPartyId: string;
  readonly relyingPartyName: string;
  readonly userHandle: string;
  readonly userName: string | null;
  readonly displayName: string | null;
  readonly algorithms: readonly number[];
  readonly excludedCredentialIds: readonly string[] | null;
  readonly timeoutMilliseconds: number;
};

/** What the graph asks a device to sign. */
export type PasskeyRequest = {
  readonly challenge: string;
  readonly relyingPartyId: string;
  readonly timeoutMilliseconds: number;
};
