import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { serviceNames, type ServiceName } from "@tidbok/domain";
import { GraphQLError, Kind, parse } from "graphql";
import { operationFiles } from "./operation-files.ts";

/** A question that the gateway asks one service directly, in its own name. */
export type ServiceQuestion = {
  readonly service: ServiceName;
  readonly name: string;
  readonly query: string;
};

/** The gateway's questions, by `<service>.<name>`. */
export type ServiceQuestions = ReadonlyMap<string, ServiceQuestion>;

/**
 * Reads `<folder>/gateway/<service>/<Name>.graphql`, one operation a file that bears its name. `pnpm compose` holds each to
 * the schema of its service. Throws for a file that is no such operation.
 */
export async function loadServiceQuestions(folder: string): Promise<ServiceQuestions> {
  const questions = new Map<string, ServiceQuestion>();
  for (const service of serviceNames) {
    const place = join(folder, "gateway", service);
    for (const file of await operationFiles(place)) {
      const query = await readFile(join(place, file), "utf8");
      const name = file.replace(/\.graphql$/, "");
      if (nameOf(query) !== name) {
        throw new GraphQLError(`gateway/${service}/${file} must hold the one operation ${name}.`);
      }
      questions.set(`${service}.${name}`, { service, name, query });
    }
  }
  return questions;
}

function nameOf(query: string): string | undefined {
  const [operation, ...more] = parse(query).definitions;
  const isOne = operation?.kind === Kind.OPERATION_DEFINITION && more.length === 0;
  return isOne ? operation.name?.value : undefined;
}
