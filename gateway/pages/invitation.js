import { alarm, element, show } from "./dom.js";
import { ask, linkToken } from "./graph.js";
import { logInForm } from "./log-in-form.js";
import { say } from "./words.js";

async function accept() {
  try {
    await ask(
      `mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { __typename } }`,
      { variables: { input: { token: linkToken() } } },
    );
    show(element("h1", { textContent: say.joined }));
  } catch (error) {
    alarm(error.code === "INTERNAL" ? say.failed : say.linkBad);
  }
}

show(
  element("h1", { textContent: say.invitation }),
  element("p", { textContent: say.logInFirst }),
  ...logInForm(say.accept, accept),
);
