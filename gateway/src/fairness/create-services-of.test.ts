import { readFile } from "node:fs/promises";
import { openSupergraph } from "@tidbok/minimization";
import { beforeAll, expect, test } from "vitest";
import { openSupergraphDoor } from "../plan/open-supergraph-door.ts";
import { createServicesOf, type ServicesOf } from "./create-services-of.ts";

let servicesOf: ServicesOf;
beforeAll(async () => {
  const sdl = await readFile(new URL("../../supergraph.graphql", import.meta.url), "utf8");
  const { supergraphSdl } = openSupergraph(sdl);
  const { apiSchema } = await openSupergraphDoor(supergraphSdl, {
    services: { send: () => Promise.reject(new Error("asked")), close: async () => {} },
    signCaller: () => Promise.reject(new Error("signed")),
  });
  servicesOf = createServicesOf({ supergraphSdl, apiSchema });
});

test.each<[string, string[]]>([
  ["{ me { id } }", ["identity"]],
  ["{ policy { version } }", ["privacy"]],
  ['query A { organization(slug: "x") { name subscription { plan } } }', ["billing", "identity"]],
  [
    "query ($id: ID!) { ...M } fragment M on Query { meetingType(id: $id) { title } }",
    ["scheduling"],
  ],
  ["{ me { ... on Account { policyAcceptances { version } } } }", ["identity", "privacy"]],
  ["{ __schema { types { name } } }", []],
  ["{ nothing { at { all } } }", []],
  ["{ me {", []],
  ["", []],
])("%s asks %j", (text, services) => {
  expect([...servicesOf(text)].toSorted()).toEqual(services);
});
