import path from "node:path";
import js from "@eslint/js";
import type { ESLint, Linter } from "eslint";
import { defineConfig, globalIgnores } from "eslint/config";
import globals from "globals";
import tseslint from "typescript-eslint";
import { boundaries } from "./boundaries.ts";
import { elasticLicense } from "./elastic-license.ts";
import { pure, style, testing } from "./style.ts";
import { subjectOrder } from "./subject-order.ts";

const root = path.resolve(import.meta.dirname, "../../../..");

const tidbok: ESLint.Plugin = {
  rules: {
    boundaries: boundaries(root),
    "elastic-license": elasticLicense(root),
    "subject-order": subjectOrder(root),
    ...style,
    ...pure,
    ...testing,
  },
};

function all(rules: object, level: "error" | "off"): Linter.RulesRecord {
  return Object.fromEntries(Object.keys(rules).map((name) => [`tidbok/${name}`, level]));
}

const tests = ["**/test/**", "**/bench/**", "**/*.{test,bench}.ts", "packages/testing/**"];
const mains = ["**/src/main.ts", "**/src/*-main.ts"];
const consoles = [
  "infra/**",
  "packages/tooling/**",
  "packages/web/build/**",
  "**/bench/**",
  "**/examples/**",
  ...mains,
];
const configs = ["*.config.{js,ts}", "**/*.config.{js,ts}"];
// Layers lie directly under src, or under a subject's folder.
const services = "services/*/src{,/*}";
const purity = [`${services}/domain/**`, "packages/availability/src/**"];
// The shell chooses the parameters of their functions.
const resolvers = ["**/resolvers/**", "**/resolvers.ts", "**/relations.ts"];
const clocked = [`${services}/{actions,resolvers}/**`, `${services}/resolvers.ts`];

/** The whole repository's rules: ESLint's and typescript-eslint's recommended ones, and the house's. */
export const lint: Linter.Config[] = defineConfig(
  globalIgnores(["**/generated/", "**/dist/", "**/.local/", "**/.turbo/", "**/coverage/"]),
  js.configs.recommended,
  tseslint.configs.recommended,
  {
    plugins: { tidbok },
    languageOptions: { globals: globals.nodeBuiltin },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      ...all(tidbok.rules ?? {}, "error"),
      ...all({ ...pure, ...testing }, "off"),
      "@typescript-eslint/consistent-type-definitions": ["error", "type"],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true },
      ],
      eqeqeq: ["error", "always", { null: "ignore" }],
      "max-lines": ["error", { max: 300 }],
      // 40 is the habit; a factory may be longer, since its methods share its closure.
      "max-lines-per-function": ["error", { max: 80, skipBlankLines: true, skipComments: true }],
      "no-console": "error",
      "no-warning-comments": ["error", { terms: ["todo", "fixme", "xxx", "hack"] }],
      "no-restricted-globals": ["error", { name: "process", message: processSentence() }],
      "no-restricted-imports": [
        "error",
        {
          paths: ["process", "node:process"].map((name) => ({ name, message: processSentence() })),
        },
      ],
    },
  },
  {
    files: ["**/*.{ts,tsx}"],
    // One program for the whole repository: a fraction of the time of one per package.
    languageOptions: { parserOptions: { project: "./tsconfig.json", tsconfigRootDir: root } },
    rules: {
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": "error",
      // What was caught is unknown, and may be thrown again.
      "@typescript-eslint/only-throw-error": ["error", { allowThrowingUnknown: true }],
    },
  },
  { files: purity, ignores: tests, rules: all(pure, "error") },
  { files: clocked, ignores: tests, rules: all({ "no-clock": 0 }, "error") },
  { files: [...resolvers, ...tests], rules: all({ "one-object": 0 }, "off") },
  { files: tests, rules: { "max-lines-per-function": "off" } },
  { files: ["**/test/**", "**/*.test.ts"], rules: all(testing, "error") },
  { files: consoles, rules: { "no-console": "off" } },
  {
    files: [
      ...tests,
      ...mains,
      ...configs,
      "infra/**",
      "packages/tooling/**",
      "packages/web/build/**",
    ],
    rules: { "no-restricted-globals": "off", "no-restricted-imports": "off" },
  },
  { files: configs, rules: all({ "no-default-export": 0 }, "off") },
);

function processSentence(): string {
  return "Only main touches `process`; config reads its env, all else is passed in.";
}
