import { newId, type Caller } from "@tidbok/domain";
import { afterAll, expect, test } from "vitest";
import { deliveryKinds } from "../src/deliveries/domain/delivery.ts";
import { startIntegrations } from "./support/running.ts";

const running = await startIntegrations();
afterAll(() => running.stop());

const recipientKinds = ["ATTENDEE", "GUEST", "HOST", "ACCOUNT", "INVITEE"];

test("deliveries of every kind, to every kind of recipient but guests and in every state can be listed", async () => {
  const organizationId = newId();
  for (const kind of deliveryKinds) {
    for (const recipientKind of recipientKinds) {
      await running.rows.query(
        `INSERT INTO delivery (id, event_id, kind, recipient_kind, recipient_id, about_id, organization_id, state, due_at,
           created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, 'SKIPPED', now(), now())`,
        [newId(), newId(), kind, recipientKind, newId(), newId(), organizationId],
      );
    }
  }
  const caller: Caller = {
    kind: "account",
    accountId: newId(),
    sessionId: newId(),
    isFresh: true,
    memberships: [{ organizationId, role: "OWNER" }],
    purpose: "provide.schedule",
  };
  const { data, errors } = await running.ask(caller, {
    query: `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Organization {
      deliveries(first: 100) { nodes { kind recipientKind state } } } } }`,
    variables: { of: [{ __typename: "Organization", id: organizationId }] },
  });
  expect(errors).toBeUndefined();
  const { nodes } = data._entities[0].deliveries;
  expect(nodes).toHaveLength(deliveryKinds.length * (recipientKinds.length - 1));
  expect(new Set(nodes.map(({ kind }: { kind: string }) => kind))).toEqual(new Set(deliveryKinds));
  const shown = nodes.map((node: { recipientKind: string }) => node.recipientKind);
  expect(new Set(shown)).toEqual(new Set(recipientKinds.filter((each) => each !== "GUEST")));
});
