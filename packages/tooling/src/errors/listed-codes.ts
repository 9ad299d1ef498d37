import type { Check, Problem } from "../shape/problem.ts";
import type { Tree } from "../shape/tree.ts";

const list =
  /^(?:packages\/domain\/src|gateway\/src\/errors|services\/[^/]+\/src)\/error-codes\.ts$/;
const source = /^(?:packages|gateway|services)\/.*\/?src\/.*\.ts$/;
const skipped =
  /\.test\.ts$|^packages\/tooling\/|^packages\/domain\/src\/errors\/domain-error\.ts$/;

/**
 * The codes of errors are one union per service, which docs/errors.md shows to clients. The compiler
 * holds an error to the union only where its class names the union, so each class must; and a code
 * that no file uses leaves the list.
 */
export const listedCodes: Check = (tree) => [
  ...tree.files
    .filter((file) => source.test(file) && !skipped.test(file))
    .flatMap((file) => open(tree, file)),
  ...tree.files.filter((file) => list.test(file)).flatMap((file) => unused(tree, file)),
];

function open(tree: Tree, path: string): readonly Problem[] {
  const text = tree.read(path);
  // A code that is no literal is another part's, which answered it.
  const thrown = text.matchAll(/extends DomainError\s*\{|new DomainError\(\s*"/g);
  return [...thrown].map(() => ({
    path,
    message: "has a DomainError without its union; write DomainError<ErrorCode>",
  }));
}

function unused(tree: Tree, path: string): readonly Problem[] {
  const codes = [...tree.read(path).matchAll(/^ {2}([A-Z][A-Z0-9_]+):/gm)].map(
    ([, code = ""]) => code,
  );
  // The codes of packages/domain are those of all packages.
  const folder = path.startsWith("packages/") ? "packages" : path.split("/src/")[0];
  const texts = tree.files
    .filter((file) => file !== path && file.startsWith(`${folder}/`) && source.test(file))
    .filter((file) => !skipped.test(file))
    .map((file) => tree.read(file));
  return codes
    .filter((code) => !texts.some((text) => text.includes(`"${code}"`)))
    .map((code) => ({ path, message: `lists ${code}, which no file uses; remove it` }));
}
