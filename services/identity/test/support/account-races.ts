import { passkeysOf } from "./passkey-operations.ts";
import { raceWith, type Act, type Races } from "./race-with.ts";
import { newPerson, password, told, type Identity } from "./start-identity.ts";

/** The races of what a person changes of their own account. */
export function accountRaces(identity: Identity): Races {
  const { act, address, lock, one } = raceWith(identity, "account");
  const erasing =
    (id: string): Act =>
    async () => {
      // As the sweep erases: nothing of the account is left but its id.
      await identity.sql.query(
        `UPDATE account SET email = NULL, email_index = NULL, name = NULL, time_zone = NULL, locale = NULL,
       password_hash = NULL, erased_at = now() WHERE id = $1`,
        [id],
      );
      return { code: undefined };
    };

  return {
    updateProfile: async () => {
      const { id, caller } = await newPerson(identity, { email: address() });
      const change = (input: object) => act(caller, ["updateProfile", "id"], input);
      return {
        row: lock("account", id),
        changes: [change({ timeZone: "Asia/Tokyo" }), change({ locale: "en" })],
        left: () => one("SELECT time_zone, locale FROM account WHERE id = $1", id),
        expected: { time_zone: "Asia/Tokyo", locale: "en" },
        end: [erasing(id), "UNAUTHENTICATED"],
      };
    },
    changePassword: async () => {
      const { id, caller } = await newPerson(identity, { email: address() });
      const change = (newPassword: string) =>
        act(caller, ["changePassword", "id"], { currentPassword: password, newPassword });
      return {
        row: lock("account", id),
        changes: [change("en annan lång fras"), change("en tredje lång fras")],
        // What the second showed is not the password any more.
        codes: [undefined, "WRONG_PASSWORD"],
        left: async () => {
          const mails = await told(identity, "identity.email-verification.requested");
          return mails.filter(({ accountId }) => accountId === id).length;
        },
        // The sign-up's, and that of one change.
        expected: 2,
        end: [erasing(id), "UNAUTHENTICATED"],
      };
    },
    renamePasskey: async () => {
      const { caller } = await newPerson(identity, { email: address() });
      const passkeys = passkeysOf(identity);
      const { value } = await passkeys.add(caller, passkeys.newDevice());
      const passkeyId = value.id as string;
      const change = (to: string) =>
        act(caller, ["renamePasskey", "name"], { passkeyId, name: to });
      const query = "{ passkeys { name } }";
      return {
        row: lock("passkey", passkeyId),
        changes: [change("Phone"), change("Laptop")],
        left: async () => (await identity.ask(caller, query)).data.passkeys,
        expected: [{ name: "Laptop" }],
        end: [act(caller, ["removePasskey", "id"], { passkeyId }), "NOT_FOUND"],
      };
    },
    confirmPassword: async () => {
      const { sessionId, caller } = await newPerson(identity, { email: address() });
      const change = act(caller, ["confirmPassword", "id"], { password });
      return {
        row: lock("session", sessionId),
        changes: [change, change],
        left: () => one("SELECT ended_at FROM session WHERE id = $1", sessionId),
        expected: { ended_at: null },
        end: [act(caller, ["endSession", "id"], { sessionId }), "UNAUTHENTICATED"],
      };
    },
  };
}
