/**
 * The statements of a migration, one spelling for all: no comments, quotes or spare blanks, lower
 * case. Bodies between dollar quotes stay whole.
 */
export function sqlStatements(sql: string): readonly string[] {
  const bodies: string[] = [];
  const outside = sql
    .replace(/\$(\w*)\$[\s\S]*?\$\1\$/g, (body) => `§${bodies.push(body) - 1}§`)
    .replace(/--[^\n]*/g, "")
    .replace(/\/\*[\s\S]*?\*\//g, "");
  return outside
    .split(";")
    .map((part) => part.replace(/§(\d+)§/g, (_, index) => bodies[Number(index)] ?? ""))
    .map(spellAlike)
    .filter((part) => part !== "");
}

function spellAlike(statement: string): string {
  return statement
    .replace(/--[^\n]*/g, "")
    .replace(/"/g, "")
    .replace(/\s+/g, " ")
    .replace(/ ?([(),;=<>]) ?/g, "$1")
    .trim()
    .toLowerCase();
}
