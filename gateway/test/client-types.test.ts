import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { generate } from "@graphql-codegen/cli";
import { beforeAll, expect, test } from "vitest";
import { ask } from "./support/ask.ts";
import { attemptAt, openStage, type Stage } from "./support/bookings.ts";
import { clientProject, runTool } from "./support/client-project.ts";

// The generators of types take the schema, and TypeScript takes what a client writes by those types.
const book = `mutation Book($input: BookMeetingInput!) {
  bookMeeting(input: $input) { booking { id startAt } manageToken } }`;
const mine = `query Mine { myBooking { id nodeId startAt state } }`;
const agenda = `query Agenda($last: Int) { hostedBookings(last: $last) {
  nodes { id startAt } pageInfo { hasPreviousPage startCursor } } }`;

const compilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  target: "es2022",
  module: "nodenext",
  moduleResolution: "nodenext",
  allowImportingTsExtensions: true,
  types: [],
};
const tada = {
  name: "gql.tada/ts-plugin",
  schema: "./schema.graphql",
  tadaOutputLocation: "./src/graphql-env.d.ts",
};

let stage: Stage;
beforeAll(async () => {
  stage = await openStage("Typhena");
});

async function journey(documents: {
  readonly book: string;
  readonly mine: string;
  readonly agenda: string;
}) {
  const { input } = attemptAt(stage, stage.slots[documents.book.length % 7] ?? "");
  const { data, errors } = await ask({ query: documents.book, variables: { input } });
  expect(errors).toBeUndefined();
  const token = data.bookMeeting.manageToken as string;
  const read = await ask({ query: documents.mine, token });
  expect(read.data.myBooking).toMatchObject({
    id: data.bookMeeting.booking.id,
    state: "CONFIRMED",
  });
  const seen = await ask({
    query: documents.agenda,
    variables: { last: 1 },
    token: stage.host.token,
  });
  expect(seen.data.hostedBookings.nodes).toHaveLength(1);
}

test("graphql-codegen's client preset makes types that TypeScript takes, and its documents run", async () => {
  const folder = await clientProject({
    "package.json": JSON.stringify({ type: "module" }),
    "tsconfig.json": JSON.stringify({ compilerOptions, include: ["src"] }),
    "src/journey.ts": `import { graphql } from "./made/gql.ts";
export const book = graphql(\`${book}\`);
export const mine = graphql(\`${mine}\`);
export const agenda = graphql(\`${agenda}\`);
type Answer<T> = T extends { __apiType?: (variables: never) => infer Data } ? Data : never;
export const stateOf = (answer: Answer<typeof mine>): string => answer.myBooking?.state ?? "";
`,
  });
  await generate(
    {
      cwd: folder,
      schema: join(folder, "schema.graphql"),
      documents: [join(folder, "src/journey.ts")],
      ignoreNoDocuments: false,
      silent: true,
      generates: {
        [join(folder, "src/made/")]: {
          preset: "client",
          presetConfig: { fragmentMasking: false },
          config: {
            documentMode: "string",
            useTypeImports: true,
            enumsAsTypes: true,
            importExtension: ".ts",
          },
        },
      },
    },
    true,
  );
  await runTool(folder, "tsc", ["-p", "tsconfig.json"]);
  const made = (await import(/* @vite-ignore */ join(folder, "src/made/graphql.ts"))) as Record<
    string,
    { toString(): string }
  >;
  await journey({
    book: String(made["BookDocument"]),
    mine: String(made["MineDocument"]),
    agenda: String(made["AgendaDocument"]),
  });
});

test("gql.tada infers types from the schema, and refuses a field that is not there", async () => {
  const client = (field: string) => `import { initGraphQLTada } from "gql.tada";
import type { introspection } from "./graphql-env.d.ts";
const graphql = initGraphQLTada<{ introspection: introspection; scalars: { DateTime: string } }>();
export const book = graphql(\`${book}\`);
export const mine = graphql(\`${mine}\`);
export const agenda = graphql(\`${agenda}\`);
import type { ResultOf } from "gql.tada";
export const startOf = (answer: ResultOf<typeof mine>): string => answer.myBooking?.${field} ?? "";
`;
  const folder = await clientProject({
    "package.json": JSON.stringify({ type: "module" }),
    "tsconfig.json": JSON.stringify({
      compilerOptions: { ...compilerOptions, plugins: [tada] },
      include: ["src"],
    }),
    "src/journey.ts": client("startAt"),
  });
  await runTool(folder, "gql.tada", ["generate", "output"]);
  expect(await readFile(join(folder, "src/graphql-env.d.ts"), "utf8")).toContain("hasPreviousPage");
  await runTool(folder, "tsc", ["-p", "tsconfig.json"]);
  await writeFile(join(folder, "src/journey.ts"), client("startsWhen"));
  await expect(runTool(folder, "tsc", ["-p", "tsconfig.json"])).rejects.toThrow("startsWhen");
  await journey({ book, mine, agenda });
});
