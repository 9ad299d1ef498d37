/** A file of the build, in memory, as it is sent. */
export type Asset = {
  readonly type: string;
  readonly plain: Buffer;
  readonly br: Buffer | null;
  readonly gzip: Buffer | null;
  /** Whether its name contains its hash, so that it may be stored for ever. */
  readonly isHashed: boolean;
};
