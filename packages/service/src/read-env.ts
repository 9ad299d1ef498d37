import { readFileSync } from "node:fs";

/** The process environment, or a stand-in for it. */
export type Env = Readonly<Record<string, string | undefined>>;

/** All that is wrong with the environment, one line a variable. */
export class ConfigMistakes extends Error {
  constructor(mistakes: readonly string[]) {
    super(`The configuration has mistakes:\n${mistakes.map((line) => `  ${line}`).join("\n")}`);
    this.name = "ConfigMistakes";
  }
}

/** Readers of one variable each. A missing variable without a default is a mistake, noted and reported together. */
export type EnvReader = {
  text(name: string, fallback?: string): string;
  port(name: string, fallback?: number): number;
  integer(name: string, fallback?: number): number;
  url(name: string, fallback?: string): string;
  oneOf<const Choice extends string>(
    name: string,
    from: { readonly choices: readonly Choice[]; readonly fallback?: Choice },
  ): Choice;
  /** The content of the file that the variable names, trimmed: how secrets arrive. */
  file(name: string): string;
  /** The path itself of a file that can be read. */
  path(name: string, fallback?: string): string;
};

/** Reads a whole configuration and throws ConfigMistakes with every mistake at once. Never prints a value. */
export function readEnv<Config>(env: Env, read: (from: EnvReader) => Config): Config {
  const mistakes: string[] = [];
  const config = read(readerOf(env, mistakes));
  // A file's path and its text are read apart, and are one mistake.
  if (mistakes.length > 0) throw new ConfigMistakes([...new Set(mistakes)]);
  return config;
}

function readerOf(env: Env, mistakes: string[]): EnvReader {
  function value<T>(
    name: string,
    { fallback, parse, wanted }: { fallback: T | undefined; parse: Parse<T>; wanted: string },
  ): T {
    const raw = env[name];
    if (raw === undefined || raw === "") {
      if (fallback !== undefined) return fallback;
      mistakes.push(`${name} is missing: give ${wanted}`);
    } else {
      const parsed = parse(raw);
      if (parsed !== undefined) return parsed;
      mistakes.push(`${name} is not ${wanted}`);
    }
    // The value is never used: readEnv throws as soon as the reading is over.
    return undefined as T;
  }
  return {
    text: (name, fallback) => value(name, { fallback, parse: (raw) => raw, wanted: "some text" }),
    port: (name, fallback) =>
      value(name, { fallback, parse: integerIn(0, 65_535), wanted: "a port, 0 to 65535" }),
    integer: (name, fallback) =>
      value(name, {
        fallback,
        parse: integerIn(0, Number.MAX_SAFE_INTEGER),
        wanted: "a whole number, 0 or more",
      }),
    url: (name, fallback) => value(name, { fallback, parse: parseUrl, wanted: "a URL" }),
    oneOf: (name, { choices, fallback }) =>
      value(name, {
        fallback,
        parse: (raw) => choices.find((choice) => choice === raw),
        wanted: `one of ${choices.join(", ")}`,
      }),
    file: (name) =>
      value<string>(name, {
        fallback: undefined,
        parse: readText,
        wanted: "the path of a readable file",
      }),
    path: (name, fallback) =>
      value(name, {
        fallback,
        parse: (raw) => (readText(raw) === undefined ? undefined : raw),
        wanted: "the path of a readable file",
      }),
  };
}

type Parse<T> = (raw: string) => T | undefined;

function integerIn(least: number, most: number): Parse<number> {
  return (raw) => {
    const number = /^\d+$/.test(raw) ? Number(raw) : Number.NaN;
    return number >= least && number <= most ? number : undefined;
  };
}

function parseUrl(raw: string): string | undefined {
  return URL.canParse(raw) ? raw : undefined;
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8").trim();
  } catch {
    return undefined;
  }
}
