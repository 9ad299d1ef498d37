import { newOwner } from "./app-operations.ts";
import { organizationOperations } from "./organization-operations.ts";
import { raceWith, type Races } from "./race-with.ts";
import { newPerson, type Identity } from "./start-identity.ts";

/** The races of what owners and admins change of an organization. */
export function organizationRaces(identity: Identity): Races {
  const { act, address, lock, name, one } = raceWith(identity, "organization");

  return {
    updateOrganization: async () => {
      const { organizationId, caller } = await newOwner(identity, name("owner"));
      const change = (input: object) =>
        act(caller, ["updateOrganization", "id"], { organizationId, ...input });
      return {
        row: lock("organization", organizationId),
        changes: [change({ timeZone: "Asia/Tokyo" }), change({ locale: "en" })],
        left: () => one("SELECT time_zone, locale FROM organization WHERE id = $1", organizationId),
        expected: { time_zone: "Asia/Tokyo", locale: "en" },
        end: null,
      };
    },
    showAttendeesToAdmins: async () => {
      const { organizationId, caller } = await newOwner(identity, name("owner"));
      const change = (reason: string) =>
        act(caller, ["showAttendeesToAdmins", "id"], { organizationId, reason });
      return {
        row: lock("organization", organizationId),
        changes: [change("An audit"), change("A complaint")],
        left: () =>
          one(
            `SELECT reason, count(*) OVER ()::int AS count FROM organization JOIN organization_change AS change
             ON change.organization_id = organization.id AND change.reason IS NOT NULL
           WHERE organization.id = $1 ORDER BY change.id = oversight_id DESC`,
            organizationId,
          ),
        expected: { reason: "A complaint", count: 2 },
        end: [act(caller, ["hideAttendeesFromAdmins", "id"], { organizationId }), undefined],
      };
    },
    setOrganizationLogo: async () => {
      const { organizationId, caller } = await newOwner(identity, name("owner"));
      const png =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
      const change = act(caller, ["setOrganizationLogo", "id"], { organizationId, png });
      await change();
      return {
        row: lock("organization", organizationId),
        changes: [change, change],
        left: () =>
          one(
            "SELECT count(*)::int FROM organization_logo WHERE organization_id = $1",
            organizationId,
          ),
        expected: { count: 1 },
        end: [act(caller, ["removeOrganizationLogo", "id"], { organizationId }), undefined],
      };
    },
    changeMemberRole: async () => {
      const organizations = organizationOperations(identity);
      const founder = await newPerson(identity, { email: address() });
      const { value } = await organizations.create(founder.caller, { slug: name("roles") });
      const organizationId = value.id as string;
      const owner = await organizations.again(founder);
      const email = address();
      const person = await newPerson(identity, { email });
      const input = { organizationId, email, role: "MEMBER" };
      const { link } = await organizations.mailOf(
        (await organizations.invite(owner.caller, input)).value.id,
      );
      await organizations.accept(person.caller, link.split("#")[1]);
      const key = { organizationId, accountId: person.id };
      const change = (role: string) =>
        act(owner.caller, ["changeMemberRole", "role"], { ...key, role });
      return {
        row: lock("organization", organizationId),
        changes: [change("ADMIN"), change("OWNER")],
        left: () =>
          one(
            "SELECT role FROM membership WHERE organization_id = $1 AND account_id = $2",
            organizationId,
            person.id,
          ),
        expected: { role: "OWNER" },
        end: [act(owner.caller, ["removeMember", "role"], key), "NOT_FOUND"],
      };
    },
    transferOwnership: async () => {
      const organizations = organizationOperations(identity);
      const owner = await newPerson(identity, { email: address() });
      const { value } = await organizations.create(owner.caller, { slug: name("passing") });
      const organizationId = value.id as string;
      const { caller } = await organizations.again(owner);
      const heirs = [];
      for (const email of [address(), address()]) {
        const heir = await newPerson(identity, { email });
        const input = { organizationId, email, role: "MEMBER" };
        const { link } = await organizations.mailOf(
          (await organizations.invite(caller, input)).value.id,
        );
        await organizations.accept(heir.caller, link.split("#")[1]);
        heirs.push(heir);
      }
      const [first, second] = heirs as [(typeof heirs)[0], (typeof heirs)[0]];
      const change = ({ id: accountId }: typeof first) =>
        act(caller, ["transferOwnership", "role"], { organizationId, accountId });
      const key = { organizationId, accountId: first.id };
      const leaving = (await organizations.again(first)).caller;
      return {
        row: lock("organization", organizationId),
        changes: [change(first), change(second)],
        codes: [undefined, "FORBIDDEN"],
        left: () =>
          one(
            "SELECT account_id::text FROM membership WHERE organization_id = $1 AND role = 'OWNER'",
            organizationId,
          ),
        expected: { account_id: first.id },
        end: [act(leaving, ["removeMember", "role"], key), "NOT_FOUND", "LAST_OWNER"],
      };
    },
  };
}
