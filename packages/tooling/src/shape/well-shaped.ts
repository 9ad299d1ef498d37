const readme = `# A service
## Owns
## Does
## Events out
## Events in
## Personal data
## Configuration
`;

const tables = [
  "outbox",
  "inbox",
  "aggregate_version",
  "aggregate_seen",
  "dead_letter",
  "idempotency",
]
  .map((table) => `CREATE TABLE ${table} (id uuid PRIMARY KEY);`)
  .join("\n");
const shell = `-- shell: begin\n${tables}\n-- shell: end\n`;

const eventOut = "scheduling.booking.made";

/** A small repository of two services, one of them by subject, in which check-shape finds nothing, as path → text. */
export function wellShaped(): Record<string, string> {
  return {
    ...service("billing"),
    ...bySubject("scheduling"),
    "services/billing/README.md": readme.replace("## Personal", `- ${eventOut}\n## Personal`),
    "services/billing/src/reactions/booking-made.ts": "export function onBookingMade() {}\n",
    "services/scheduling/README.md": readme
      .replace("## Events in", `- ${eventOut}\n## Events in`)
      .concat("PORT\n"),
    "services/scheduling/src/config.ts": 'export const a = from.port("PORT", 1);\n',
    "services/scheduling/src/bookings/actions/book-meeting.ts": `import { writeRow } from "./steps/write-row.ts";
import { BookingMade } from "@tidbok/events";
export function bookMeeting() { context.tell(BookingMade, 1); }
`,
    "services/scheduling/src/bookings/actions/steps/write-row.ts":
      "export function writeRow() {}\n",
    "services/scheduling/src/bookings/domain/booking.ts": "export type Booking = string;\n",
    "services/scheduling/src/bookings/resolvers.ts":
      'import { bookMeeting } from "./actions/book-meeting.ts";\n',
    "services/scheduling/src/bookings/schema.graphql":
      'extend type Query {\n  "Booked."\n  booked: ID\n}\n',
    "services/scheduling/schema.graphql": `type Mutation {
  "Books."
  bookMeeting(
    "The id of the slot."
    id: ID!
  ): ID
}
`,
    "docs/README.md": "- [1](decisions/0001-so.md) So\n",
    "docs/decisions/0001-so.md": "# 0001 So\n## Context\n## Decision\n## Consequence\n",
    "packages/events/src/catalogue/scheduling.ts": `export const BookingMade = defineEvent("${eventOut}", 1);\n`,
    "packages/events/src/index.ts": 'export { send as tell } from "./send.ts";\n',
    "packages/events/src/send.ts": "/** Sends. */\nexport function send() {}\n",
  };
}

/** The same without layers directly under src: a subject has them. */
function bySubject(name: string): Record<string, string> {
  const direct = /\/src\/(actions|domain|resolvers)\//;
  const kept = Object.entries(service(name)).filter(([file]) => !direct.test(file));
  return {
    ...Object.fromEntries(kept),
    [`services/${name}/src/main.ts`]: "export {};\n",
    [`services/${name}/src/resolvers.ts`]: "export const resolvers = {};\n",
    [`services/${name}/src/subjects.ts`]: 'export const subjects = ["bookings"] as const;\n',
    [`services/${name}/src/bookings/README.md`]: "# Bookings\n",
  };
}

function service(name: string): Record<string, string> {
  const files = {
    "README.md": readme,
    "package.json": "{}\n",
    "tsconfig.json": "{}\n",
    "schema.graphql": 'type Query {\n  "Says it."\n  said: ID\n}\n',
    "prisma/schema.prisma": `/// A paying person.
model Payer {
  id   String @id
  /// @nonPersonal the code of a plan
  name String
  mail Bytes
  @@map("payer")
}
// shell: begin
/// What was told.
model Outbox {
  id   String @id
  data Json
  @@map("outbox")
}
// shell: end
`,
    "prisma/migrations/migration_lock.toml": 'provider = "postgresql"\n',
    "prisma/migrations/20260101000000_start/migration.sql": shell,
    "src/actions/read-plan.ts": "export function readPlan() {}\n",
    "src/config.ts": "export const readConfig = 1;\n",
    "src/context.ts": "export type Context = {};\n",
    "src/domain/plan.ts": "export type Plan = string;\n",
    "src/main.ts": 'import "./actions/read-plan.ts";\n',
    "src/personal-data.ts": 'export const personalData = [{ table: "payer", column: "mail" }];\n',
    "src/reactions/index.ts": "export const reactions = [];\n",
    "src/relations.ts": "export const relations = {};\n",
    "src/resolvers/index.ts": "export const resolvers = {};\n",
    "src/server.ts": "export const server = 1;\n",
    "src/store/index.ts": "export const store = 1;\n",
    "test/paying.test.ts": "",
  };
  return Object.fromEntries(
    Object.entries(files).map(([file, text]) => [`services/${name}/${file}`, text]),
  );
}
