import { randomBytes } from "node:crypto";
import { waitUntil } from "../wait-until.ts";
import { askGraph, demand } from "./graph.ts";
import type { Login } from "./demo.ts";
import { mailedToken } from "./mailed-token.ts";

export type Addresses = { readonly graphql: string; readonly mailbox: string };

/** A new person, with a password of their own. */
export function newLogin(role: Login["role"], name: string): Login {
  // A fresh address for each seeding: an account of an earlier, broken one keeps its own.
  const unique = randomBytes(3).toString("hex");
  const email = `${name.split(" ")[0]?.toLowerCase()}.${unique}@demo.tidbok.localhost`;
  return { role, name, email, password: randomBytes(12).toString("base64url") };
}

/** Signs up, reads the mail and proves the address, as a person would. */
export async function register(
  addresses: Addresses,
  { name, email, password }: Login,
): Promise<void> {
  type Policies = { policy: { version: string } };
  const { policy } = await demand<Policies>(addresses.graphql, { query: "{ policy { version } }" });
  await signUp(addresses.graphql, {
    name,
    email,
    password,
    timeZone: "Europe/Stockholm",
    locale: "en",
    isSixteenOrOlder: true,
    acceptedPolicyVersion: policy.version,
  });
  const token = await mailedToken(addresses.mailbox, { to: email, path: "verify" });
  await demand(addresses.graphql, {
    query:
      "mutation Verify($input: VerifyEmailInput!) { verifyEmail(input: $input) { account { id } } }",
    variables: { input: { token } },
  });
}

async function signUp(url: string, input: Record<string, unknown>): Promise<void> {
  const query = "mutation SignUp($input: SignUpInput!) { signUp(input: $input) { nextStep } }";
  const refusal = await waitUntil(
    async () => {
      const { errors = [] } = await askGraph(url, { query, variables: { input } });
      // On the very first start identity may not have heard of the policy yet.
      const isEarly = errors.some(
        ({ extensions }) => extensions?.code === "POLICY_VERSION_UNKNOWN",
      );
      return isEarly ? undefined : errors;
    },
    { withinMs: 30_000, everyMs: 250 },
  );
  if (refusal?.length !== 0) throw new Error(`A sign-up was refused: ${JSON.stringify(refusal)}`);
}
