/** What a package.json says, as far as it matters here. */
export type Manifest = {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly license: string;
  readonly exports: Readonly<Record<string, string>>;
  readonly keywords?: readonly string[];
};

/** The package.json of what is published: JavaScript and types instead of sources, nothing of the workspace. */
export function publishable(
  { name, version, description, license, keywords = [] }: Manifest,
  built: {
    /** By the name in `exports`: the file below dist, without its ending. */
    readonly entries: Readonly<Record<string, string>>;
    readonly dependencies: Readonly<Record<string, string>>;
  },
) {
  const { entries, dependencies } = built;
  return {
    name,
    version,
    description,
    license,
    keywords,
    type: "module",
    sideEffects: false,
    engines: { node: ">=20" },
    exports: Object.fromEntries(
      Object.entries(entries).map(([path, file]) => [
        path,
        { types: `./dist/${file}.d.ts`, default: `./dist/${file}.js` },
      ]),
    ),
    files: ["dist", "examples"],
    ...(Object.keys(dependencies).length > 0 && { dependencies }),
  };
}
