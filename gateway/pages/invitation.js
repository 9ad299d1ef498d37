import { alarm, button, element, show } from "./dom.js";
import { ask, linkToken } from "./graph.js";
import { say } from "./words.js";

const email = element("input", { type: "email", autocomplete: "username", required: true });
const password = element("input", {
  type: "password",
  autocomplete: "current-password",
  required: true,
});

async function accept() {
  try {
    await ask(`mutation ($input: LogInInput!) { logIn(input: $input) { __typename } }`, {
      variables: { input: { email: email.value, password: password.value, delivery: "COOKIE" } },
    });
  } catch (error) {
    alarm(error.code === "INTERNAL" ? say.failed : say.badLogin);
    return;
  }
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
  element("label", {}, say.email, email),
  element("label", {}, say.password, password),
  element("div", { className: "choices" }, button(say.accept, accept)),
);
