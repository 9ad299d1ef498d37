import { expect, test } from "vitest";
import { demand, refused } from "./support/ask.ts";
import { linkIn, mailTo } from "./support/mailbox.ts";
import { logIn, register } from "./support/people.ts";

test("newPerson who forgot the password gets in by mail, and whoever was in before is out", async () => {
  const person = await register("Rut");
  await demand({
    query:
      "mutation ($input: RequestRecoveryInput!) { requestRecovery(input: $input) { nextStep } }",
    variables: { input: { email: person.email } },
  });
  const token = linkIn(await mailTo(person.email, /choose a new password/i), "recover");
  const newPassword = `${person.password} and more`;
  await demand({
    query: "mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { id } }",
    variables: { input: { token, newPassword } },
  });
  await mailTo(person.email, /your password was changed/i);
  const me = { query: "{ me { email } }" };
  expect(await refused({ ...me, token: person.token })).toBe("UNAUTHENTICATED");
  const again = await logIn({ email: person.email, password: newPassword });
  expect((await demand({ ...me, token: again.token })).me.email).toBe(person.email);
});

test("an address is changed once both of its mails were answered", async () => {
  const person = await register("Alma");
  const fresh = `new.${person.email}`;
  await demand({
    query:
      "mutation ($input: RequestEmailChangeInput!) { requestEmailChange(input: $input) { nextStep } }",
    variables: { input: { email: fresh } },
    token: person.token,
  });
  const agree = async (address: string, subject: RegExp) => {
    const token = linkIn(await mailTo(address, subject), "change-email");
    const { confirmEmailChange } = await demand({
      query:
        "mutation ($input: ConfirmEmailChangeInput!) { confirmEmailChange(input: $input) { isChanged } }",
      variables: { input: { token } },
    });
    return confirmEmailChange.isChanged as boolean;
  };
  expect(await agree(fresh, /confirm your new/i)).toBe(false);
  expect(await agree(person.email, /another e-mail address/i)).toBe(true);
  const { me } = await demand({ query: "{ me { email } }", token: person.token });
  expect(me.email).toBe(fresh);
});

test("a mailed link logs in once", async () => {
  const person = await register("Lova");
  await demand({
    query:
      "mutation ($input: RequestLogInLinkInput!) { requestLogInLink(input: $input) { nextStep } }",
    variables: { input: { email: person.email } },
  });
  const token = linkIn(await mailTo(person.email, /link to log in/i), "log-in");
  const follow = {
    query: `mutation ($input: LogInByLinkInput!) {
      logInByLink(input: $input) { account { id email } tokens { accessToken } } }`,
    variables: { input: { token, delivery: "TOKENS" } },
  };
  const { logInByLink } = await demand(follow);
  expect(logInByLink.account).toEqual({ id: person.accountId, email: person.email });
  const { me } = await demand({ query: "{ me { id } }", token: logInByLink.tokens.accessToken });
  expect(me.id).toBe(person.accountId);
  expect(await refused(follow)).toBe("LINK_INVALID");
});
