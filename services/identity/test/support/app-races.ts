import { appForm, newOwner, registerApp } from "./app-operations.ts";
import { raceWith, type Act, type Races } from "./race-with.ts";
import type { Identity } from "./start-identity.ts";

/** The races of what is changed of an app. */
export function appRaces(identity: Identity): Races {
  const { lock, name, one } = raceWith(identity, "app");
  async function ownedApp() {
    const owner = await newOwner(identity, name("owner"));
    const form = appForm(owner.organizationId);
    const { id } = await registerApp(identity, owner.caller, form);
    const { organizationId, caller } = owner;
    const act =
      (mutation: string, fields: string, input: object): Act =>
      () =>
        identity.mutate(caller, [mutation, fields], { appId: id, ...input });
    return { id, organizationId, act, remove: act("deleteApp", "id", {}) };
  }

  return {
    updateApp: async () => {
      const app = await ownedApp();
      return {
        row: lock("app", app.id),
        changes: [
          app.act("updateApp", "id", { name: "Salsbokaren" }),
          app.act("updateApp", "id", { legalName: "Sal AB" }),
        ],
        left: () => one("SELECT name, legal_name FROM app WHERE id = $1", app.id),
        expected: { name: "Salsbokaren", legal_name: "Sal AB" },
        end: [app.remove, "NOT_FOUND"],
      };
    },
    rotateAppSecret: async () => {
      const app = await ownedApp();
      const change = app.act("rotateAppSecret", "secret", {});
      return {
        row: lock("app", app.id),
        changes: [change, change],
        left: () =>
          one(
            "SELECT count(*)::int AS all, count(*) FILTER (WHERE expires_at IS NULL)::int AS lasting FROM app_secret WHERE app_id = $1",
            app.id,
          ),
        expected: { all: 2, lasting: 1 },
        end: [app.remove, "NOT_FOUND"],
      };
    },
    approveApp: async () => {
      const app = await ownedApp();
      const change = (scope: string) =>
        app.act("approveApp", "id", { organizationId: app.organizationId, scopes: [scope] });
      return {
        row: lock("app", app.id),
        changes: [change("attendees.email:read"), change("attendees.email:read")],
        left: () => one("SELECT count(*)::int FROM app_approval WHERE app_id = $1", app.id),
        expected: { count: 1 },
        end: [app.remove, "NOT_FOUND"],
      };
    },
    shutOutApp: async () => {
      const app = await ownedApp();
      const { organizationId } = app;
      const approval = { organizationId, scopes: ["attendees.email:read"] };
      return {
        row: lock("app", app.id),
        changes: [
          app.act("shutOutApp", "id", { organizationId }),
          app.act("approveApp", "id", approval),
        ],
        codes: [undefined, "APP_SHUT_OUT"],
        left: () => one("SELECT count(*)::int FROM app_approval WHERE app_id = $1", app.id),
        expected: { count: 0 },
        end: [app.remove, "NOT_FOUND"],
      };
    },
    installApp: async () => {
      const app = await ownedApp();
      const { organizationId } = app;
      const change = (scope: string) =>
        app.act("installApp", "id", { organizationId, scopes: [scope] });
      return {
        row: lock("app", app.id),
        changes: [change("bookings:read"), change("profile:read")],
        left: () => one("SELECT scopes FROM app_installation WHERE app_id = $1", app.id),
        expected: { scopes: ["profile:read"] },
        end: [app.remove, "NOT_FOUND"],
      };
    },
    uninstallApp: async () => {
      const app = await ownedApp();
      const { organizationId } = app;
      const change = app.act("uninstallApp", "id", { organizationId });
      await app.act("installApp", "id", { organizationId, scopes: ["bookings:read"] })();
      return {
        row: lock("app", app.id),
        changes: [change, change],
        left: () =>
          one(
            "SELECT count(*)::int FROM organization_change WHERE organization_id = $1 AND kind = 'APP_UNINSTALLED'",
            organizationId,
          ),
        expected: { count: 1 },
        end: [app.remove, "NOT_FOUND"],
      };
    },
    readmitApp: async () => {
      const app = await ownedApp();
      const { organizationId } = app;
      const change = app.act("readmitApp", "id", { organizationId });
      await app.act("shutOutApp", "id", { organizationId })();
      return {
        row: lock("app", app.id),
        changes: [change, change],
        left: () =>
          one(
            "SELECT count(*)::int FROM organization_change WHERE organization_id = $1 AND kind = 'APP_READMITTED'",
            organizationId,
          ),
        expected: { count: 1 },
        end: [app.remove, "NOT_FOUND"],
      };
    },
  };
}
