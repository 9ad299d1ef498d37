import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { audienceSchema, callerClassOf, minimize, openSupergraph } from "@tidbok/minimization";
import { generateKeyPair, exportJWK } from "jose";
import { createCallerSigner } from "@tidbok/service";
import { parse, validate } from "graphql";
import { afterAll, expect, test } from "vitest";
import { loadRegisteredOperations } from "../src/ask/load-registered-operations.ts";
import { openSupergraphDoor } from "../src/plan/open-supergraph-door.ts";
import { connectServices } from "../src/service-connections.ts";

// As main does: otherwise the stock gateway looks for a cloud's metadata server when it loads.
process.env["APOLLO_TELEMETRY_DISABLED"] = "1";

const { rules, supergraphSdl } = openSupergraph(
  await readFile(new URL("../supergraph.graphql", import.meta.url), "utf8"),
);
const nowhere = "http://127.0.0.1:9";
const services = connectServices({
  identity: nowhere,
  scheduling: nowhere,
  billing: nowhere,
  integrations: nowhere,
  privacy: nowhere,
});
const { privateKey } = await generateKeyPair("EdDSA", { extractable: true });
const callerKey = await exportJWK(privateKey);
const signCaller = createCallerSigner(() => callerKey);
const door = await openSupergraphDoor(supergraphSdl, { services, signCaller });
afterAll(async () => {
  await door.close();
  await services.close();
});

const operations = await loadRegisteredOperations(
  fileURLToPath(new URL("../operations/", import.meta.url)),
  door.apiSchema,
);

test.each([...operations.values()])(
  "$service may ask $name, and its purpose $purpose reveals all that it asks for",
  ({ service, name, purpose, query }) => {
    const caller = { kind: "service", service, purpose } as const;
    const schema = audienceSchema({ rules, apiSchema: door.apiSchema }, callerClassOf(caller));
    const document = parse(query);
    expect(validate(schema, document)).toEqual([]);
    const { withheld } = minimize({ rules, schema, document, operationName: name, caller });
    expect(withheld).toEqual([]);
  },
);

test("integrations asks for its five mails and for nothing else", () => {
  expect([...operations.keys()].toSorted()).toEqual([
    "integrations.AttendeeBookingMail",
    "integrations.GuestBookingMail",
    "integrations.HostBookingMail",
    "integrations.InvitationMail",
    "integrations.VerificationMail",
  ]);
});
