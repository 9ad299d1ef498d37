import { isObjectType } from "graphql";
import { beforeAll, expect, test } from "vitest";
import { post, type Answer } from "./support/ask.ts";
import { answerTo, kindOf, nameOf, unknownIds } from "./support/by-id.ts";
import { idPlaces, schemaFor, selectionOf, type IdPlace } from "./support/graph-schema.ts";
import { openTenant, type Ids, type Tenant } from "./support/tenant.ts";

// Made from the schema as it is when the test runs: what is added later is tried, or the test says what
// it has to be told of it.

let mine: Tenant;
let theirs: Tenant;

beforeAll(async () => {
  [mine, theirs] = await Promise.all([openTenant("Mina"), openTenant("Tore")]);
});

/** What everybody may name, and why. All else of others must be as if it were not. */
const open: Readonly<Record<string, string>> = {
  "Query.organizationById id": "the public facts of an organization",
  "Query.meetingType id": "what an organization publishes",
  "Query.routingForm id": "whoever has its id may answer it",
  "Mutation.route input.routingFormId": "whoever has its id may answer it",
  "Query.app id": "who is asked for consent must know who asks",
  "Mutation.holdSlot input.meetingTypeId": "everybody may book",
  "Mutation.bookMeeting input.meetingTypeId": "everybody may book",
  "Mutation.bookMeeting input.answers.questionId": "everybody may book, and answers its questions",
  "Mutation.bookSeries input.meetingTypeId": "everybody may book",
  "Mutation.bookSeries input.answers.questionId": "everybody may book, and answers its questions",
  "Mutation.releaseHold input.holdId": "a hold is whose has its id",
  "Mutation.revokeAccess input.appId":
    "one takes back what one let any app do; what is told of the app is what Query.app tells",
  "Mutation.approveApp input.appId": "an app is approved by other organizations than its own",
  "Mutation.shutOutApp input.appId": "an app is kept out by other organizations than its own",
  "Mutation.installApp input.appId": "an app is installed by other organizations than its own",
  "Mutation.uninstallApp input.appId": "an app is uninstalled by other organizations than its own",
  "Mutation.readmitApp input.appId": "an app is let in again by other organizations than its own",
};

const callers: Readonly<Record<string, () => string | undefined>> = {
  "a visitor": () => undefined,
  "the owner of another organization": () => mine.owner.token,
  "a member of another organization": () => mine.member.token,
  "an attendee of another organization": () => mine.manageToken,
};

test.each(Object.keys(callers))(
  "to %s everything of an organization is as what there never was",
  async (who) => {
    const token = callers[who]?.();
    const told: string[] = [];
    // What is denied to a kind of callers does not exist in their schema.
    for (const place of idPlaces(await schemaFor(token)).filter((each) => !isOpen(each))) {
      const nothing = unknownIds();
      for (const rest of [mine.ids, theirs.ids]) {
        const said = async (ids: Ids, others: Ids) =>
          answerTo(place, {
            token,
            own: mine.ids.organization,
            idFor: (path) => {
              const other = { ...place, path };
              const from = path === place.path ? ids : isOpen(other) ? rest : others;
              return from[kindOf(other)];
            },
          });
        const known = await said(theirs.ids, rest);
        const unknown = await said(nothing, rest === mine.ids ? rest : nothing);
        if (known !== unknown) told.push(`${nameOf(place)}: ${known} | ${unknown}`);
        if (place.type === "Mutation" && known.includes('"data":{'))
          told.push(`${nameOf(place)} is done: ${known}`);
        if (isBesideThePoint(unknown))
          told.push(`${nameOf(place)} says nothing of ids: ${unknown}`);
      }
    }
    expect(told).toEqual([]);
  },
  300_000,
);

test.each(["Organization", "MeetingType", "App"])(
  "whoever belongs elsewhere is told of the public %s what a visitor is told",
  async (typeName) => {
    const type = (await schemaFor()).getType(typeName);
    if (!isObjectType(type)) throw new Error(`${typeName} is no more`);
    const root = { Organization: "organizationById", MeetingType: "meetingType", App: "app" };
    const kind = { Organization: "organization", MeetingType: "meetingType", App: "app" } as const;
    const field = root[typeName as keyof typeof root];
    const id = theirs.ids[kind[typeName as keyof typeof kind]];
    const query = `query ($id: ID!) { ${field}(id: $id) { ${selectionOf(type, 2)} } }`;
    const dataFor = async (token: string | undefined) => {
      const response = await post({ query, variables: { id }, ...(token && { token }) });
      return ((await response.json()) as { data: object }).data;
    };
    const visitor = await dataFor(undefined);
    expect(visitor).toHaveProperty(`${field}.__typename`, typeName);
    for (const token of [mine.owner.token, mine.member.token, mine.manageToken]) {
      expect(await dataFor(token)).toEqual(visitor);
    }
  },
);

test("a cursor of another organization's list shows nothing of it", async () => {
  const list = async (tenant: Tenant, after: string | null) => {
    const response = await post({
      query: `query ($id: ID!, $after: String) { organizationById(id: $id) {
        members(after: $after) { nodes { accountId } pageInfo { endCursor } }
        bookings(after: $after) { nodes { id } } } }`,
      variables: { id: tenant.ids.organization, after },
      token: tenant.owner.token,
    });
    return ((await response.json()) as Answer).data?.organizationById;
  };
  const { endCursor } = (await list(theirs, null)).members.pageInfo;
  const own = JSON.stringify(await list(mine, endCursor));
  for (const id of [theirs.ids.account, theirs.member.accountId, theirs.ids.booking]) {
    expect(own).not.toContain(id);
  }
});

function isOpen(place: IdPlace): boolean {
  return nameOf(place) in open;
}

// A refusal of anything but an id would make the comparison an empty one.
function isBesideThePoint(said: string): boolean {
  if (/GRAPHQL_VALIDATION_FAILED|BAD_REQUEST|INTERNAL/.test(said)) return true;
  return said.includes("INVALID_INPUT") && !/"code":"(UNKNOWN_|NO_SCHEDULE)/.test(said);
}
