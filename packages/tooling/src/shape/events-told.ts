import { type CatalogueEvent, eventCatalogue } from "./event-catalogue.ts";
import type { Check, Problem } from "./problem.ts";
import { readmeSection } from "./readme-sections.ts";
import { services } from "./services.ts";
import { squash } from "./squash.ts";
import type { Tree } from "./tree.ts";

/** Reactions are named after events, and each README lists exactly what is told and heard. */
export const eventsTold: Check = (tree) => {
  const catalogue = eventCatalogue(tree);
  if (catalogue.length === 0) return [];
  const listings = services(tree).flatMap((service) => {
    const reactions = reactionFiles(tree, service);
    const heard = catalogue.filter(({ name }) =>
      reactions.some((file) => squash(stem(file)) === squash(name)),
    );
    const told = catalogue.filter((event) => isTold(tree, { service, event }));
    return [
      ...unnamed(reactions, catalogue),
      ...listed(tree, { service, heading: "Events out", events: told }),
      ...listed(tree, { service, heading: "Events in", events: heard }),
    ];
  });
  const untold = catalogue
    .filter((event) => !isTold(tree, { service: event.type.split(".")[0] ?? "", event }))
    .map(({ type }) => ({
      path: "packages/events/src/catalogue",
      message: `no service tells ${type}; tell it where it becomes true, or remove it`,
    }));
  return [...listings, ...untold];
};

function reactionFiles(tree: Tree, service: string): readonly string[] {
  return tree
    .below(`services/${service}/src/reactions`)
    .filter((file) => !/\/index\.ts$|\.test\.ts$/.test(file));
}

function unnamed(files: readonly string[], catalogue: readonly CatalogueEvent[]): Problem[] {
  return files
    .filter((file) => !catalogue.some(({ name }) => squash(name) === squash(stem(file))))
    .map((path) => ({ path, message: "is no event of the catalogue; name it after the event" }));
}

const tells = /\b(tell|append)\(/;

// A service tells an event when its code, reactions included, hands it to the outbox.
function isTold(
  tree: Tree,
  { service, event }: { service: string; event: CatalogueEvent },
): boolean {
  if (!event.type.startsWith(`${service}.`)) return false;
  // Once in the import, and once more where it is told.
  const named = new RegExp(`\\b${event.name}\\b`, "g");
  return tree
    .below(`services/${service}/src`)
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => tree.read(file))
    .some((text) => tells.test(text) && (text.match(named)?.length ?? 0) > 1);
}

type Listing = {
  readonly service: string;
  readonly heading: string;
  readonly events: readonly CatalogueEvent[];
};

function listed(tree: Tree, { service, heading, events }: Listing): Problem[] {
  const path = `services/${service}/README.md`;
  if (!tree.has(path)) return [];
  const section = readmeSection(tree, { service, heading });
  const written = new Set(section.match(/\b[a-z]+\.[a-z-]+(?:\.[a-z-]+)+\b/g) ?? []);
  const types = new Set(events.map(({ type }) => type));
  return [
    ...[...types]
      .filter((type) => !written.has(type))
      .map((type) => ({ path, message: `"${heading}" lacks ${type}; add a line` })),
    ...[...written]
      .filter((type) => !types.has(type))
      .map((type) => ({
        path,
        message: `"${heading}" has ${type}, which the code does not have; remove the line`,
      })),
  ];
}

function stem(file: string): string {
  return file.split("/").at(-1)?.replace(/\.ts$/, "") ?? "";
}
