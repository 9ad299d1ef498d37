import { serviceNames, type ServiceName } from "@tidbok/domain";
import type { z } from "zod";
import { findFreeText } from "./find-free-text.ts";

/** A kind of event: what it is called, which shape its facts have, and which version of that shape this is. */
export type EventDefinition<Schema extends z.ZodType = z.ZodType> = {
  /** `service.noun.participle`; also the subject it is published on. */
  readonly type: string;
  /** The service that tells it; no other may. */
  readonly service: ServiceName;
  readonly version: number;
  /** Its reactions delete personal data, so a dead letter of it is an alarm. */
  readonly erases: boolean;
  readonly schema: Schema;
};

const name = /^([a-z]+)\.[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/;

/**
 * Defines an event by its type (with its version, from the second one on) and facts. Within a
 * version fields are only ever added, and added as optional: receivers drop what they do not know.
 * Throws when the type is not `service.noun.participle` and when a field could carry anything but a
 * fact (see `fact`).
 */
export function defineEvent<Schema extends z.ZodObject>(
  kind: string | { readonly type: string; readonly version?: number; readonly erases?: boolean },
  schema: Schema,
): EventDefinition<Schema> {
  const { type, version = 1, erases = false } = typeof kind === "string" ? { type: kind } : kind;
  const first = name.exec(type)?.[1];
  const service = serviceNames.find((known) => known === first);
  if (!service) throw new Error(`${type} is not service.noun.participle of one of our services.`);
  const problems = findFreeText(schema);
  if (problems.length > 0) {
    throw new Error(
      `${type} may carry ids, enums, instants, versions, hashes, booleans and counts only (see fact.ts), but has ${problems.join(", ")}.`,
    );
  }
  return { type, service, version, erases, schema };
}
