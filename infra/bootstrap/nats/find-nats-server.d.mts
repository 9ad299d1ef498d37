export type Search = {
  /** Where a downloaded server is kept. */
  readonly toolsDir: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly say?: (line: string) => void;
  /** The project's release; tests have one of their own. */
  readonly release?: {
    readonly url: string;
    readonly version: string;
    /** By `<system>-<processor>`, as the project names its files. */
    readonly sha256: Readonly<Record<string, string>>;
  };
};

export function findNatsServer(search: Search): Promise<string>;
