import { newId, type Caller } from "@tidbok/domain";
import type { Answer } from "@tidbok/testing";
import type { Scheduling } from "./start-scheduling.ts";

const importQuery = `mutation ($input: ImportBookingsInput!) { importBookings(input: $input) {
  id isDone rowCount importedCount importableCount knownCount refusedCount unreadColumns recognizedAs
  rows { line startAt outcome problems { field code } booking { id } } } }`;

export function send(
  { ask }: Scheduling,
  caller: Caller,
  input: Record<string, unknown>,
): Promise<Answer> {
  const all = {
    format: "CSV",
    timeZone: "Europe/Stockholm",
    mode: "IMPORT",
    idempotencyKey: newId(),
    ...input,
  };
  return ask(caller, { query: importQuery, variables: { input: all } });
}

export async function bring(
  scheduling: Scheduling,
  caller: Caller,
  input: Record<string, unknown>,
) {
  const answer = await send(scheduling, caller, input);
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data.importBookings;
}

/** A table with a line for each of these. */
export function csv(...rows: readonly string[]): string {
  return ["start,durationMinutes,name,email,phone,timeZone,uid", ...rows].join("\r\n");
}
const ada = "Ada Lovelace,ada@example.org,,,";
export const row = (start: string, uid = "") => `${start},30,${ada}${uid}`;

type Row = { outcome: string; problems: { field: string | null; code: string }[]; line: number };
export const told = ({ rows }: { rows: readonly Row[] }) =>
  rows.map(({ line, outcome, problems }) =>
    [line, outcome, ...problems.map(({ field, code }) => `${field} ${code}`)].join(" "),
  );
