import type { Scheduling } from "./start-scheduling.ts";

/** All that is stored, row by row, of schedules and meeting types. */
export async function storedRules({ sql }: Scheduling) {
  const names = ["schedule", "schedule_window", "schedule_override", "schedule_override_window"];
  const more = [
    "schedule_travel",
    "meeting_type",
    "meeting_type_host",
    "meeting_type_limit",
    "question",
  ];
  const tables = [...names, ...more].map(async (name) => [
    name,
    await sql(`SELECT t::text AS row FROM ${name} AS t ORDER BY 1`),
  ]);
  return Promise.all(tables);
}
