import { importsOf } from "./imports-of.ts";
import type { Check, Problem } from "../shape/problem.ts";
import { services } from "../shape/services.ts";
import type { Tree } from "../shape/tree.ts";

const action = /\/src\/(?:[^/]+\/)?actions\/(steps\/)?[^/]+\.ts$/;

/**
 * The files directly in a folder `actions` are public: a resolver, a reaction, a round of background
 * work or the assembly calls each of them. A file that only other actions call is a step
 * and lies in `actions/steps/`. Importing a type is not calling.
 */
export const steps: Check = (tree) =>
  services(tree).flatMap((service) => {
    const files = tree
      .below(`services/${service}/src`)
      .filter((file) => file.endsWith(".ts") && !/\.(test|bench)\.ts$/.test(file));
    const callers = callersOf(tree, files);
    return files.filter((file) => action.test(file)).flatMap((file) => misplaced(file, callers));
  });

type Callers = ReadonlyMap<string, readonly string[]>;

function callersOf(tree: Tree, files: readonly string[]): Callers {
  const callers = new Map<string, string[]>();
  for (const caller of files) {
    for (const { file, isType } of importsOf(caller, tree.read(caller))) {
      if (!isType) callers.set(file, [...(callers.get(file) ?? []), caller]);
    }
  }
  return callers;
}

function misplaced(path: string, callers: Callers): Problem[] {
  const isStep = action.exec(path)?.[1] !== undefined;
  const known = callers.get(path) ?? [];
  if (known.length === 0) {
    return [{ path, message: "is an action that nothing calls; call it, or take it out" }];
  }
  const isCalledByOthers = known.some((caller) => !action.test(caller));
  if (isStep && isCalledByOthers) {
    return [{ path, message: "is called from outside of actions; move it out of steps" }];
  }
  if (!isStep && !isCalledByOthers) {
    return [{ path, message: "is called by actions only; move it to actions/steps" }];
  }
  return [];
}
