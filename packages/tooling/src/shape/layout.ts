import { listedSubjects } from "../subjects/listed-subjects.ts";
import type { Tree } from "./tree.ts";

/** The layers of a service: directly under its src, or inside its subjects. */
export const layers = ["actions", "adapters", "domain", "store", "resolvers"] as const;

/** The subjects that a service lists in its `src/subjects.ts`, in their order. */
export function subjectsOf(tree: Tree, service: string): readonly string[] {
  return listedSubjects(tree.read(`services/${service}/src/subjects.ts`));
}

/** The folders of a service's src that are no layer: they are its subjects, or should not be there. */
export function subjectFolders(tree: Tree, service: string): readonly string[] {
  const source = `services/${service}/src`;
  const folders = tree
    .below(source)
    .map((file) => file.slice(source.length + 1).split("/"))
    .flatMap(([folder = "", ...rest]) => (rest.length > 0 ? [folder] : []));
  const known = new Set<string>([...layers, "reactions"]);
  return [...new Set(folders)].filter((folder) => !known.has(folder));
}

/** The SDL of a service: what belongs to no subject, then each subject's in the order of subjects.ts. */
export function schemaFiles(tree: Tree, service: string): readonly string[] {
  const folder = `services/${service}`;
  return [
    `${folder}/schema.graphql`,
    ...subjectsOf(tree, service).map((subject) => `${folder}/src/${subject}/schema.graphql`),
  ].filter((file) => tree.has(file));
}
