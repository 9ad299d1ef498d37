import type { FileGuest } from "../../domain/booking-file.ts";

const named = /^"?(.*?)"?\s*[<([]\s*([^<>()[\]\s]+@[^<>()[\]\s]+)\s*[>)\]]$/;

/**
 * The people of a cell: `ada@people.example`, `Ada <ada@people.example>` or `Ada (ada@people.example)`, between
 * semicolons or line breaks; addresses also between commas or spaces.
 */
export function peopleIn(cell: string | null): readonly FileGuest[] {
  const parts = (cell ?? "").split(/[;\n]/).map((part) => part.trim());
  return parts.flatMap((part) => {
    const isList = part.split("@").length > 2 && !/[<([]/.test(part);
    const people = part.includes("<")
      ? part.split(/(?<=>)\s*,/)
      : isList
        ? part.split(/[\s,]+/)
        : [part];
    return people.flatMap((person) => personIn(person.replace(/^[\s,]+|[\s,]+$/g, "")));
  });
}

function personIn(text: string): readonly FileGuest[] {
  if (text === "") return [];
  const [, name, email] = named.exec(text) ?? [];
  if (email === undefined) return [{ name: null, email: text }];
  return [{ name: name === "" || name === undefined ? null : name, email }];
}
