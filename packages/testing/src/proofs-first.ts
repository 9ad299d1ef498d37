import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Vitest's order, in which the files that took longest come first, but with proofs at the front even in a fresh clone. */
// Vitest asks for a class.
// eslint-disable-next-line tidbok/no-class
export class ProofsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isProof = ({ moduleId }: TestSpecification) => moduleId.endsWith(".proof.test.ts");
    return [...sorted.filter(isProof), ...sorted.filter((file) => !isProof(file))];
  }
}
