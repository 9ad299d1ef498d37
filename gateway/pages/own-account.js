import { alarm, button, element, show } from "./dom.js";
import { ask } from "./graph.js";
import { addPasskey, confirmPasskey, knowsPasskeys } from "./passkey.js";
import { say } from "./words.js";

// Shows who is logged in, and with which devices they can log in; false for nobody.
export async function showOwnAccount(whenLoggedOut) {
  const { me, passkeys } = await ask("{ me { displayName } passkeys { id name } }");
  if (!me) return false;
  const again = () => showOwnAccount(whenLoggedOut);
  const logOut = async () => {
    await ask("mutation { logOut { isLoggedOut } }");
    whenLoggedOut();
  };
  const rows = passkeys.map(({ id, name }) =>
    element(
      "li",
      {},
      name ?? "",
      button(say.removePasskey(name), () => attempt(() => removePasskey(id), again)),
    ),
  );
  show(
    element("h1", { textContent: `${say.loggedIn} ${me.displayName ?? ""}` }),
    ...(rows.length > 0
      ? [element("h2", { textContent: say.passkeys }), element("ul", {}, ...rows)]
      : []),
    element(
      "div",
      { className: "choices" },
      ...(knowsPasskeys
        ? [button(say.addPasskey, () => attempt(() => addPasskey(newName()), again))]
        : []),
      button(say.logOut, logOut),
    ),
  );
  return true;
}

// Does what changes the ways to log in. Where the log-in is too long ago, a passkey shows who it is.
async function attempt(work, then) {
  try {
    await work().catch(async (error) => {
      if (error.code !== "FRESH_LOGIN_REQUIRED") throw error;
      await confirmPasskey();
      await work();
    });
  } catch (error) {
    alarm(error.code === "FRESH_LOGIN_REQUIRED" ? say.logInAgain : say.badPasskey);
    return;
  }
  await then();
}

function removePasskey(passkeyId) {
  const query = `mutation ($input: RemovePasskeyInput!) { removePasskey(input: $input) { __typename } }`;
  return ask(query, { variables: { input: { passkeyId } } });
}

// Told apart by the day; the person can call it something else.
function newName() {
  return `${say.passkey} ${new Date().toLocaleDateString(document.documentElement.lang)}`;
}
