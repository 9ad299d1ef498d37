import { alarm, button, element, show } from "./dom.js";
import { ask, linkToken } from "./graph.js";
import { codeField } from "./second-step.js";
import { say } from "./words.js";

const password = element("input", {
  type: "password",
  autocomplete: "new-password",
  required: true,
});

const code = codeField();

async function choose() {
  const input = { token: linkToken(), newPassword: password.value, code: code.value || null };
  try {
    await ask(
      `mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { __typename } }`,
      { variables: { input } },
    );
    show(element("h1", { textContent: say.chosen }), element("a", { href: "/log-in" }, say.logIn));
  } catch (error) {
    const isLink = ["LINK_INVALID", "LINK_EXPIRED"].includes(error.code);
    const isPassword = error.code === "INVALID_INPUT";
    // Asked for only where the person wants a code as well.
    if (error.code === "SECOND_STEP_REQUIRED") showForm(code);
    alarm(isLink ? say.linkBad : isPassword ? say.passwordBad : (say[error.code] ?? say.failed));
  }
}

function showForm(...more) {
  show(
    element("h1", { textContent: say.recovering }),
    element("label", {}, say.newPassword, password),
    ...more.map((field) => element("label", {}, say.code, field)),
    element("div", { className: "choices" }, button(say.choose, choose)),
  );
}

showForm();
