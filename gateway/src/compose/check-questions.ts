import type { Problem } from "@tidbok/minimization";
import { buildASTSchema, parse, validate } from "graphql";
import type { ServiceQuestions } from "../ask/load-service-questions.ts";

/**
 * What is wrong with the gateway's own questions: each must fit the schema of the service that it asks. They are not held
 * to the composed graph, because its API leaves out what the gateway alone may ask.
 */
export function checkQuestions(
  questions: ServiceQuestions,
  subgraphs: readonly { readonly name: string; readonly sdl: string }[],
): readonly Problem[] {
  // Composition has checked the SDL; here only its types count, not the directives of federation.
  const schemas = new Map(
    subgraphs.map(({ name, sdl }) => [name, buildASTSchema(parse(sdl), { assumeValidSDL: true })]),
  );
  return [...questions.values()].flatMap(({ service, name, query }) => {
    const schema = schemas.get(service);
    if (!schema) return [];
    return validate(schema, parse(query)).map(({ message }) => ({
      subgraph: service,
      coordinate: `operations/gateway/${service}/${name}.graphql`,
      code: "QUESTION_DOES_NOT_FIT",
      message,
    }));
  });
}
