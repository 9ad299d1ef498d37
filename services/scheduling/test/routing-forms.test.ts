import { anonymous, newId, type Caller } from "@tidbok/domain";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { organization, updateMeetingType } from "./support/operations.ts";
import { formFields, openRoutingPlace, questions } from "./support/routing-place.ts";
import {
  account,
  codeOf,
  monday,
  problemsOf,
  startScheduling,
  type Scheduling,
} from "./support/start-scheduling.ts";

let scheduling: Scheduling;
let place: Awaited<ReturnType<typeof openRoutingPlace>>;

beforeAll(async () => {
  scheduling = await startScheduling();
});
beforeEach(async () => {
  scheduling.clock.now = monday;
  place = await openRoutingPlace(scheduling);
});
afterAll(() => scheduling.stop());

const updateQuery = `mutation ($input: UpdateRoutingFormInput!) { updateRoutingForm(input: $input) { ${formFields} } }`;
const deleteQuery = `mutation ($input: DeleteRoutingFormInput!) { deleteRoutingForm(input: $input) { id } }`;
const formQuery = `query ($id: ID!) { routingForm(id: $id) { ${formFields} } }`;

test("everybody sees what is asked, and members alone where it leads", async () => {
  const id = await place.makeForm();
  const see = async (caller: Caller) =>
    (await scheduling.data(caller, formQuery, { id })).routingForm;
  const member = account(place.organizationId, "MEMBER");
  const seen = await see(member);
  expect(seen.rules).toMatchObject([
    { target: { meetingType: { id: place.support }, group: null } },
    {
      conditions: [{ operator: "GREATER", number: 50, texts: [], consent: null }],
      target: { group: "large" },
    },
  ]);
  expect(seen.fallback).toEqual({ meetingType: { id: place.sales }, group: "small" });
  for (const caller of [anonymous, account(newId(), "OWNER")]) {
    expect(await see(caller)).toEqual({ ...seen, rules: null, fallback: null });
  }
  expect((await scheduling.data(anonymous, formQuery, { id: "x" })).routingForm).toBeNull();
  const list = async (caller: Caller) => {
    const asked = {
      id: place.organizationId,
      field: "routingForms(first: 1) { nodes { id } pageInfo { hasNextPage } }",
    };
    return (await organization(scheduling, caller, asked)).routingForms;
  };
  const second = await place.makeForm();
  expect(await list(member)).toEqual({ nodes: [{ id: second }], pageInfo: { hasNextPage: true } });
  expect(await list(anonymous)).toBeNull();
});

test("admins make, change and delete forms; a change is checked with what stays", async () => {
  const idempotencyKey = newId();
  const first = await place.create({ idempotencyKey });
  expect((await place.create({ idempotencyKey })).data).toEqual(first.data);
  const routingFormId = first.data.createRoutingForm.id;
  const member = account(place.organizationId, "MEMBER");
  const stranger = account(newId(), "OWNER");
  expect(codeOf(await place.create({}, anonymous))).toBe("UNAUTHENTICATED");
  expect(codeOf(await place.create({}, member))).toBe("FORBIDDEN");
  expect(codeOf(await place.create({}, stranger))).toBe("NOT_FOUND");
  const change = (input: Record<string, unknown>, caller: Caller = place.admin) =>
    scheduling.ask(caller, {
      query: updateQuery,
      variables: { input: { routingFormId, ...input } },
    });
  expect(codeOf(await change({ title: "Mine" }, member))).toBe("FORBIDDEN");
  expect(codeOf(await change({ title: "Mine" }, stranger))).toBe("NOT_FOUND");
  expect((await change({ title: "New", fallback: null })).data.updateRoutingForm).toEqual({
    ...first.data.createRoutingForm,
    title: "New",
    fallback: null,
  });
  expect(problemsOf(await change({ questions: questions.slice(0, 1) }))).toEqual([
    "rules.0.conditions.0.questionKey UNKNOWN_QUESTION",
  ]);
  const remove = (caller: Caller) =>
    scheduling.ask(caller, { query: deleteQuery, variables: { input: { routingFormId } } });
  expect(codeOf(await remove(member))).toBe("FORBIDDEN");
  expect(codeOf(await remove(stranger))).toBe("NOT_FOUND");
  expect(codeOf(await remove(place.admin))).toBeNull();
  expect(codeOf(await remove(place.admin))).toBe("NOT_FOUND");
  const left = "SELECT 1 FROM routing_condition WHERE form_id = $1";
  expect(await scheduling.sql(left, [routingFormId])).toEqual([]);
  expect(codeOf(await place.create({ idempotencyKey }))).toBe("NOT_FOUND");
});

test("a form that makes no sense is refused with every mistake, and nothing is stored", async () => {
  const other = await openRoutingPlace(scheduling);
  const { sales, support } = place;
  const target = { meetingTypeId: sales };
  const wrong = (condition: object) => ({ conditions: [condition], target });
  const rules = [
    wrong({ questionKey: "age", operator: "EQUALS", number: 1 }),
    wrong({ questionKey: "size", operator: "CONTAINS", texts: ["5"] }),
    wrong({ questionKey: "size", operator: "GREATER", texts: ["5"] }),
    wrong({ questionKey: "about", operator: "ONE_OF", texts: ["buying", "tea"] }),
    wrong({ questionKey: "about", operator: "EQUALS", texts: ["buying", "a problem"] }),
    wrong({ questionKey: "about", operator: "EQUALS", texts: ["buying"], number: 1 }),
    {
      ...wrong({ questionKey: "size", operator: "LESS", number: 1 }),
      target: { meetingTypeId: other.sales },
    },
    {
      ...wrong({ questionKey: "size", operator: "LESS", number: 2 }),
      target: { meetingTypeId: newId() },
    },
    {
      ...wrong({ questionKey: "size", operator: "LESS", number: 3 }),
      target: { ...target, group: "huge" },
    },
  ];
  const fallback = { meetingTypeId: support, group: "large" };
  const repeated = [...questions, { key: "size", kind: "TEXT", label: "Size?" }];
  expect(problemsOf(await place.create({ rules, fallback, questions: repeated }))).toEqual([
    "questions.2.key REPEATED",
    "rules.0.conditions.0.questionKey UNKNOWN_QUESTION",
    "rules.1.conditions.0.operator OPERATOR_MISFIT",
    "rules.2.conditions.0.number VALUE_MISFIT",
    "rules.3.conditions.0.texts.1 NOT_OFFERED",
    "rules.4.conditions.0.texts VALUE_MISFIT",
    "rules.5.conditions.0.texts VALUE_MISFIT",
    "rules.6.target.meetingTypeId UNKNOWN_MEETING_TYPE",
    "rules.7.target.meetingTypeId UNKNOWN_MEETING_TYPE",
    "rules.8.target.group UNKNOWN_GROUP",
    "fallback.group UNKNOWN_GROUP",
  ]);
  const more = (than: number) => wrong({ questionKey: "size", operator: "GREATER", number: than });
  expect(problemsOf(await place.create({ rules: [more(5), more(10)] }))).toEqual([
    "rules.1 UNREACHABLE",
  ]);
  expect(problemsOf(await place.create({ questions: [], rules: [] }))).toEqual([
    "questions TOO_SMALL",
    "rules TOO_SMALL",
  ]);
  expect(problemsOf(await place.create({ rules: [{ conditions: [], target }] }))).toEqual([
    "rules.0.conditions TOO_SMALL",
  ]);
  expect(
    problemsOf(await place.create({ rules: Array.from({ length: 51 }, (_, i) => more(i)) })),
  ).toEqual(["rules TOO_LARGE"]);
  const personal = [{ key: "Mail", kind: "TEXT", label: "" }];
  expect(problemsOf(await place.create({ questions: personal }))).toEqual([
    "questions.0.key WRONG_FORMAT",
    "questions.0.label TOO_SMALL",
  ]);
  await updateMeetingType(scheduling, place.admin, {
    meetingTypeId: support,
    visibility: "LINK_ONLY",
  });
  expect(problemsOf(await place.create())).toEqual(["rules.0.target.meetingTypeId LINK_ONLY"]);
  const stored = await scheduling.sql("SELECT 1 FROM routing_form WHERE organization_id = $1", [
    place.organizationId,
  ]);
  expect(stored).toEqual([]);
});

test("an organization has a hundred forms at most", async () => {
  await scheduling.sql(
    `INSERT INTO routing_form (id, organization_id, title, created_at, updated_at)
     SELECT gen_random_uuid(), $1, 'x', now(), now() FROM generate_series(1, 99)`,
    [place.organizationId],
  );
  const answers = await Promise.all([place.create(), place.create()]);
  expect(answers.map(codeOf).sort()).toEqual(["TOO_MANY_FORMS", null].sort());
});
