import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { errorCodes as errorCodesOfPackages, serviceNames } from "@tidbok/domain";
import { CompositionRefused, coordinatesOf, dataMap } from "@tidbok/minimization";
import { composeSupergraph } from "@tidbok/minimization/compose-supergraph";
import { readSdl } from "@tidbok/service";
import { loadServiceQuestions } from "./ask/load-service-questions.ts";
import { checkListSizes } from "./compose/check-list-sizes.ts";
import { checkQuestions } from "./compose/check-questions.ts";
import {
  errorCodesModule,
  errorCodesOfAll,
  traitsOfNoCode,
  withErrorCodes,
} from "./compose/error-codes-of-all.ts";
import { errorsPage, type CodesOfPart } from "./compose/errors-page.ts";
import { holdToPolicy } from "./compose/hold-to-policy.ts";
import { scopesPage } from "./compose/scopes-page.ts";
import { sdlEnums } from "./compose/sdl-enums.ts";
import { withheldPage } from "./compose/withheld-page.ts";
import { errorCodes } from "./errors/error-codes.ts";

// `pnpm compose` writes gateway/supergraph.graphql, packages/client/schema.graphql, the data map and coordinates that the
// draft of the policy promises, docs/errors.md, docs/scopes.md, docs/withheld.md, the codes of errors that privacy answers
// and each service's src/sdl-enums.ts; `pnpm compose --check` only says whether they are up to date.
// Nothing is written when a field is unclassified or protected less than people were told, or when a published policy
// differs from its recorded hash.
const services = new URL("../../services/", import.meta.url);

const parts = await allCodes();
const codes = errorCodesOfAll(parts);
const isCheck = process.argv.includes("--check");
await sayOrWrite(await enumOfCodes());
const subgraphs = await Promise.all(
  serviceNames.map(async (name) => ({
    name,
    url: `http://${name}/graphql`,
    sdl: await readSdl(new URL(`${name}/`, services), await subjectsOf(name)),
  })),
);

try {
  const { supergraphSdl, apiSdl } = composeSupergraph(subgraphs);
  const held = await holdToPolicy(new URL("privacy/policies/", services), {
    dataMap,
    coordinates: coordinatesOf(supergraphSdl),
  });
  const questions = await loadServiceQuestions(
    fileURLToPath(new URL("../operations/", import.meta.url)),
  );
  const problems = [
    ...held.problems,
    ...traitsOfNoCode(codes),
    ...checkQuestions(questions, subgraphs),
    ...checkListSizes(supergraphSdl),
  ];
  if (problems.length > 0) throw new CompositionRefused(problems);
  const made = [
    { file: new URL("../supergraph.graphql", import.meta.url), text: supergraphSdl },
    { file: new URL("../../packages/client/schema.graphql", import.meta.url), text: apiSdl },
    ...held.draft,
    { file: new URL("../../docs/errors.md", import.meta.url), text: errorsPage(parts) },
    { file: new URL("../../docs/withheld.md", import.meta.url), text: withheldPage() },
    {
      file: new URL("privacy/src/domain/error-code-facts.ts", services),
      text: errorCodesModule(codes),
    },
    { file: new URL("../../docs/scopes.md", import.meta.url), text: scopesPage() },
    ...subgraphs.flatMap(enumsOf),
  ];
  for (const each of made) await sayOrWrite(each);
} catch (error) {
  if (!(error instanceof CompositionRefused)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

// A service without subjects has its layers directly under `src`, and one schema.
async function subjectsOf(name: string): Promise<readonly string[]> {
  const { subjects = [] } = await importOf<{ subjects: readonly string[] }>(name, "subjects.ts");
  return subjects;
}

// The enum of all codes stands in the SDL of privacy, so it is written before anything is composed.
async function enumOfCodes(): Promise<Made> {
  const file = new URL("privacy/schema.graphql", services);
  return { file, text: withErrorCodes(await readFile(file, "utf8"), codes) };
}

async function allCodes(): Promise<readonly CodesOfPart[]> {
  const ofServices = serviceNames.map(async (part): Promise<CodesOfPart> => {
    const { errorCodes: codes = {} } = await importOf<CodesModule>(part, "error-codes.ts");
    return { part, codes };
  });
  return [
    { part: "any", codes: errorCodesOfPackages },
    { part: "gateway", codes: errorCodes },
    ...(await Promise.all(ofServices)),
  ];
}

type CodesModule = { readonly errorCodes: CodesOfPart["codes"] };

// A file of a service that not every service has.
async function importOf<Module>(service: string, file: string): Promise<Partial<Module>> {
  const url = new URL(`${service}/src/${file}`, services);
  return existsSync(url) ? ((await import(url.href)) as Module) : {};
}

function enumsOf({ name, sdl }: { readonly name: string; readonly sdl: string }): Made[] {
  const text = sdlEnums(sdl);
  return text === null ? [] : [{ file: new URL(`${name}/src/sdl-enums.ts`, services), text }];
}

type Made = { readonly file: URL; readonly text: string };

function sayOrWrite(made: Made): Promise<void> {
  return isCheck ? check(made) : write(made);
}

function write({ file, text }: Made): Promise<void> {
  return writeFile(file, text);
}

async function check({ file, text }: Made): Promise<void> {
  const name = file.pathname.split("/").slice(-2).join("/");
  if ((await readFile(file, "utf8").catch(() => "")) === text) {
    console.log(`${name} is what composing gives.`);
    return;
  }
  console.error(`${name} is out of date: run \`pnpm compose\` and commit it.`);
  process.exitCode = 1;
}
