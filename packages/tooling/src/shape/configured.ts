import type { Check } from "./problem.ts";
import { readmeSection } from "./readme-sections.ts";
import { services } from "./services.ts";

/** Every variable that a service's config reads is in its README's Configuration. */
export const configured: Check = (tree) =>
  services(tree).flatMap((service) => {
    const path = `services/${service}/README.md`;
    if (!tree.has(path)) return [];
    const section = readmeSection(tree, { service, heading: "Configuration" });
    const read = tree
      .read(`services/${service}/src/config.ts`)
      .matchAll(/from\.\w+\(\s*"([A-Z0-9_]+)"/g);
    return [...read]
      .map(([, name = ""]) => name)
      .filter((name) => !new RegExp(`\\b${name}\\b`).test(section))
      .map((name) => ({ path, message: `"Configuration" lacks ${name}; add a line` }));
  });
