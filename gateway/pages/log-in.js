import { button, element, show } from "./dom.js";
import { ask } from "./graph.js";
import { logInForm } from "./log-in-form.js";
import { say } from "./words.js";

async function showAccount() {
  const { me } = await ask("{ me { displayName } }");
  if (!me) return showForm();
  show(
    element("h1", { textContent: `${say.loggedIn} ${me.displayName ?? ""}` }),
    element("div", { className: "choices" }, button(say.logOut, logOut)),
  );
}

async function logOut() {
  await ask("mutation { logOut { isLoggedOut } }");
  showForm();
}

function showForm() {
  show(element("h1", { textContent: say.logIn }), ...logInForm(say.logIn, showAccount));
}

await showAccount();
