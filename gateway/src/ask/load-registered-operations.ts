import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { purposes, serviceNames, type Purpose, type ServiceName } from "@tidbok/domain";
import {
  Kind,
  parse,
  print,
  validate,
  visit,
  type DocumentNode,
  type GraphQLSchema,
} from "graphql";
import { operationFiles } from "./operation-files.ts";

/** A question that one of our services may ask the graph, and what for. */
export type RegisteredOperation = {
  readonly service: ServiceName;
  readonly name: string;
  readonly purpose: Purpose;
  readonly query: string;
};

/** The registered operations, by `<service>.<name>`. */
export type RegisteredOperations = ReadonlyMap<string, RegisteredOperation>;

/**
 * Reads `<folder>/<service>/<Name>.graphql`, one operation a file, each with `@purpose(is: …)`. An
 * operation that does not fit the schema, or has no purpose, stops the start, where an operator sees it.
 */
export async function loadRegisteredOperations(
  folder: string,
  schema: GraphQLSchema,
): Promise<RegisteredOperations> {
  const operations = new Map<string, RegisteredOperation>();
  for (const service of serviceNames) {
    for (const file of await operationFiles(join(folder, service))) {
      const operation = read(await readFile(join(folder, service, file), "utf8"), {
        service,
        file,
        schema,
      });
      operations.set(`${service}.${operation.name}`, operation);
    }
  }
  return operations;
}

function read(
  text: string,
  { service, file, schema }: { service: ServiceName; file: string; schema: GraphQLSchema },
): RegisteredOperation {
  const document = parse(text);
  const [definition, ...more] = document.definitions.filter(
    (node) => node.kind === Kind.OPERATION_DEFINITION,
  );
  const name = definition?.name?.value;
  if (!name || more.length > 0) throw new Error(`${service}/${file}: one named operation a file`);
  const asked = definition.directives?.find((directive) => directive.name.value === "purpose")
    ?.arguments?.[0]?.value;
  const word = asked?.kind === Kind.ENUM ? asked.value.toLowerCase().replace("_", ".") : "";
  const purpose = purposes.find((candidate) => candidate === word);
  if (!purpose)
    throw new Error(`${service}/${file}: @purpose(is: …) must name one of the purposes`);
  const plain = withoutPurpose(document);
  const [problem] = validate(schema, plain);
  if (problem) throw new Error(`${service}/${file}: ${problem.message}`);
  return { service, name, purpose, query: print(plain) };
}

function withoutPurpose(document: DocumentNode): DocumentNode {
  return visit(document, {
    Directive: (node) => (node.name.value === "purpose" ? null : undefined),
  });
}
