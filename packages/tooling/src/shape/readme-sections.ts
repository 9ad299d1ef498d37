import type { Check } from "./problem.ts";
import { services } from "./services.ts";
import type { Tree } from "./tree.ts";

const wanted = ["Owns", "Does", "Events out", "Events in", "Personal data", "Configuration"];
const longest = 60;

/** Every service's README has the same sections in the same order, on one page. */
export const readmeSections: Check = (tree) =>
  services(tree)
    .map((name) => `services/${name}/README.md`)
    .filter((file) => tree.has(file))
    .flatMap((file) => complaints(tree.read(file)).map((message) => ({ path: file, message })));

/** The text of a section of a service's README; empty when the section is missing. */
export function readmeSection(tree: Tree, where: { service: string; heading: string }): string {
  const parts = tree.read(`services/${where.service}/README.md`).split(/^## +/m);
  return parts.find((part) => part.split("\n")[0]?.trim() === where.heading) ?? "";
}

function complaints(text: string): string[] {
  const lines = text.trimEnd().split("\n");
  const headings = lines
    .filter((line) => line.startsWith("## "))
    .map((line) => line.slice(3).trim());
  const isAlike = headings.join() === wanted.join();
  return [
    ...(isAlike
      ? []
      : [`has the sections ${headings.join(", ")}; every service has ${wanted.join(", ")}`]),
    ...(lines.length > longest ? [`has ${lines.length} lines; ${longest} at most, say less`] : []),
  ];
}
