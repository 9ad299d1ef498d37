import { alarm, button, element } from "./dom.js";
import { ask } from "./graph.js";
import { knowsPasskeys, logInByPasskey } from "./passkey.js";
import { finishLogIn } from "./second-step.js";
import { say } from "./words.js";

// The fields of a login and a button that calls `then` once the browser has its session.
export function logInForm(label, then) {
  const email = element("input", { type: "email", autocomplete: "username", required: true });
  const password = element("input", {
    type: "password",
    autocomplete: "current-password",
    required: true,
  });
  async function logIn() {
    const input = { email: email.value, password: password.value, delivery: "COOKIE" };
    let entered;
    try {
      entered = await ask(
        `mutation ($input: LogInInput!) { logIn(input: $input) { secondStep { token } } }`,
        { variables: { input } },
      );
    } catch (error) {
      alarm(["INTERNAL", "SERVICE_UNAVAILABLE"].includes(error.code) ? say.failed : say.badLogin);
      return;
    }
    await finishLogIn(entered.logIn, then);
  }
  async function logInByDevice() {
    try {
      await logInByPasskey();
    } catch {
      alarm(say.badPasskey);
      return;
    }
    await then();
  }
  // What is said is the same whether or not the address has an account.
  async function mail(mutation) {
    const query = `mutation ($input: ${mutation[0].toUpperCase()}${mutation.slice(1)}Input!) {
      ${mutation}(input: $input) { nextStep } }`;
    try {
      await ask(query, { variables: { input: { email: email.value } } });
      alarm(say.mailUnderWay);
    } catch {
      alarm(say.failed);
    }
  }
  return [
    element("label", {}, say.email, email),
    element("label", {}, say.password, password),
    element(
      "div",
      { className: "choices" },
      button(label, logIn),
      ...(knowsPasskeys ? [button(say.byPasskey, logInByDevice)] : []),
    ),
    element(
      "div",
      { className: "choices" },
      button(say.forgot, () => mail("requestRecovery")),
      button(say.mailLink, () => mail("requestLogInLink")),
    ),
  ];
}
