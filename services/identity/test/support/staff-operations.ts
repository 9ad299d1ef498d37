import { anonymous, type Caller } from "@tidbok/domain";
import { enrolStaff, enrolStaffAgain } from "../../src/support/actions/enrol-staff.ts";
import { createLinks } from "../../src/accounts/adapters/links.ts";
import { openStore } from "./open-store.ts";
import { passkeysOf, type Device } from "./passkey-operations.ts";
import { gateway, type Identity } from "./start-identity.ts";

/** What an operator's command line does. */
export async function operatorOf(identity: Identity) {
  const { config } = identity;
  const { store, close } = await openStore(identity);
  const links = createLinks({ secret: config.linkSecret, publicUrl: config.publicUrl });
  const operating = () => ({ store, links, now: identity.clock.now, traceparent: null });
  const tokenIn = ({ staffId, link }: { staffId: string; link: string }) => ({
    staffId,
    link,
    token: link.split("#")[1] ?? "",
  });
  return {
    operating,
    enrol: async (name: string) => tokenIn(await enrolStaff(operating(), { name })),
    enrolAgain: async (id: string) => tokenIn(await enrolStaffAgain(operating(), id)),
    close,
  };
}

/** Makes the passkey of an agent by the operator's link; what the graph answers, and the credential. */
export async function followEnrolment(
  identity: Identity,
  { token, device }: { token: string; device: Device },
) {
  const begun = await identity.mutate(
    anonymous,
    ["beginStaffEnrolment", "challenge userHandle userName displayName"],
    { token },
  );
  if (begun.code) return { code: begun.code, credentialId: "", creation: null };
  const made = device.make(begun.value);
  const { code } = await identity.mutate(anonymous, ["finishStaffEnrolment", "id name"], {
    token,
    name: "Key",
    ...made,
  });
  return { code, credentialId: made.credentialId, creation: begun.value };
}

/** Who the gateway says is calling, by the cookie of an agent. */
export async function agentOf(identity: Identity, cookie: string): Promise<Caller> {
  const { data } = await identity.ask(
    gateway,
    `query ($token: String!) { sessionCaller(input: { token: $token }) {
      accountId isStaff support { supportAccessId subjectId expiresAt } } }`,
    { token: cookie },
  );
  const { accountId: staffId, isStaff, support } = data.sessionCaller;
  if (!isStaff) throw new Error("This is no agent.");
  const { supportAccessId: grantId = null, subjectId = null } = support ?? {};
  return { kind: "staff", staffId, grantId, subjectId, purpose: "support" };
}

/** An agent who is logged in. */
export async function newAgent(identity: Identity, name: string) {
  const operator = await operatorOf(identity);
  const { staffId, token } = await operator.enrol(name);
  await operator.close();
  const passkeys = passkeysOf(identity);
  const device = passkeys.newDevice();
  const { credentialId } = await followEnrolment(identity, { token, device });
  const { session } = await passkeys.logIn(device, credentialId);
  return { staffId, device, credentialId, cookie: session.cookie, session };
}
