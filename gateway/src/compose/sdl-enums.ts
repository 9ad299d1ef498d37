import { Kind, parse } from "graphql";

/**
 * The TypeScript of a service's `src/sdl-enums.ts`: the enums of its SDL, compared with those of its domain; null for a
 * service without enums. The type check fails where a value is missing on one side.
 */
export function sdlEnums(sdl: string): string | null {
  const enums = parse(sdl).definitions.filter((each) => each.kind === Kind.ENUM_TYPE_DEFINITION);
  if (enums.length === 0) return null;
  const lines = enums
    .toSorted((a, b) => (a.name.value < b.name.value ? -1 : 1))
    .map(({ name, values = [] }) => {
      const union = values.map((value) => `\n      | "${value.name.value}"`).join("");
      return `    ${name.value}:${union};\n`;
    });
  return `// \`pnpm compose\` writes this file from the SDL.
import type { EnumDifferences, Same } from "@tidbok/service";
import type { Enums } from "./enums.ts";

/** The type check names each value that the SDL and \`enums.ts\` do not share. */
export type SdlEnums = Same<EnumDifferences<
  {
${lines.join("")}  },
  Enums
>>;
`;
}
