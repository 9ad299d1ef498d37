import { alarm, button, element, show } from "./dom.js";
import { ask, linkToken } from "./graph.js";
import { say } from "./words.js";

const password = element("input", {
  type: "password",
  autocomplete: "new-password",
  required: true,
});

async function choose() {
  const input = { token: linkToken(), newPassword: password.value };
  try {
    await ask(
      `mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { __typename } }`,
      { variables: { input } },
    );
    show(element("h1", { textContent: say.chosen }), element("a", { href: "/log-in" }, say.logIn));
  } catch (error) {
    const isLink = ["LINK_INVALID", "LINK_EXPIRED"].includes(error.code);
    const isPassword = error.code === "INVALID_INPUT";
    alarm(isLink ? say.linkBad : isPassword ? say.passwordBad : say.failed);
  }
}

show(
  element("h1", { textContent: say.recovering }),
  element("label", {}, say.newPassword, password),
  element("div", { className: "choices" }, button(say.choose, choose)),
);
