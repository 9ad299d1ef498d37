import { toDate, toInstant, type IdPage } from "@tidbok/service";
import type { RoutingForm, RoutingTarget } from "../domain/routing-form.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import type { Client } from "../../store/client.ts";
import { idPageClause } from "../../store/id-page-clause.ts";

type Row = {
  readonly id: string;
  readonly organization_id: string;
  readonly title: string;
  readonly questions: RoutingForm["questions"];
  readonly rules: RoutingForm["rules"];
  readonly fallback_meeting_type_id: string | null;
  readonly fallback_group: string | null;
  readonly created_at: Date;
  readonly updated_at: Date;
};

// One statement reads forms with their questions and rules.
const selected = Prisma.sql`
  SELECT f.*,
    (SELECT json_agg(json_build_object('key', q.key, 'kind', q.kind, 'label', q.label, 'isRequired', q.is_required,
        'choices', q.choices) ORDER BY q.position)
      FROM routing_question q WHERE q.form_id = f.id) AS questions,
    (SELECT json_agg(json_build_object('target', json_build_object('meetingTypeId', r.meeting_type_id, 'group', r.host_group),
        'conditions', (SELECT json_agg(json_build_object('questionKey', c.question_key, 'operator', c.operator,
            'texts', c.texts, 'number', c.number, 'consent', c.consent) ORDER BY c.position)
          FROM routing_condition c WHERE c.form_id = r.form_id AND c.rule_position = r.position)) ORDER BY r.position)
      FROM routing_rule r WHERE r.form_id = f.id) AS rules
  FROM routing_form f`;

/** The routing forms of organizations. */
export const routingForms = (client: Client) => ({
  find: async (id: string): Promise<RoutingForm | null> => {
    const [row] = await client.$queryRaw<Row[]>`${selected} WHERE f.id = ${id}::uuid`;
    return row ? toForm(row) : null;
  },

  /** A page of an organization's forms, newest first. */
  list: async (query: {
    readonly organizationId: string;
    readonly page: IdPage;
  }): Promise<RoutingForm[]> => {
    const { organizationId, page } = query;
    const rows = await client.$queryRaw<Row[]>`${selected}
      WHERE f.organization_id = ${organizationId}::uuid
        ${idPageClause(Prisma.sql`f.id`, page)}`;
    return rows.map(toForm);
  },

  /** The number of each organization's forms, in their order. */
  countOf: async (organizationIds: readonly string[]): Promise<readonly number[]> => {
    const rows = await client.$queryRaw<{ readonly id: string; readonly count: number }[]>`
      SELECT organization_id::text AS id, count(*)::int AS count FROM routing_form
      WHERE organization_id = ANY(${[...organizationIds]}::uuid[]) GROUP BY organization_id`;
    const byId = new Map(rows.map(({ id, count }) => [id, count]));
    return organizationIds.map((id) => byId.get(id) ?? 0);
  },

  /** The number of forms, locked until the transaction ends, so that counting and adding a form are one step. */
  countLocked: async (organizationId: string): Promise<number> => {
    await client.$queryRaw`
      SELECT pg_advisory_xact_lock(hashtextextended(${`routing forms ${organizationId}`}, 0))::text`;
    return client.routingForm.count({ where: { organizationId } });
  },

  /** Locks the form until the transaction ends. */
  lock: async (id: string): Promise<void> => {
    await client.$queryRaw`SELECT 1 FROM routing_form WHERE id = ${id}::uuid FOR UPDATE`;
  },

  insert: async (form: RoutingForm): Promise<void> => {
    const { id, organizationId } = form;
    const createdAt = toDate(form.createdAt);
    await client.routingForm.createMany({
      data: [{ id, organizationId, createdAt, ...changeable(form) }],
    });
    await writeParts(client, form);
  },

  update: async (form: RoutingForm): Promise<void> => {
    const { id, organizationId } = form;
    await client.routingForm.updateMany({ where: { id, organizationId }, data: changeable(form) });
    await client.routingRule.deleteMany({ where: { formId: id } });
    await client.routingQuestion.deleteMany({ where: { formId: id } });
    await writeParts(client, form);
  },

  remove: async ({ id, organizationId }: RoutingForm): Promise<void> => {
    await client.routingForm.deleteMany({ where: { id, organizationId } });
  },
});

function changeable({ title, fallback, updatedAt }: RoutingForm) {
  return {
    title,
    fallbackMeetingTypeId: fallback?.meetingTypeId ?? null,
    fallbackGroup: fallback?.group ?? null,
    updatedAt: toDate(updatedAt),
  };
}

async function writeParts(client: Client, { id: formId, questions, rules }: RoutingForm) {
  await client.routingQuestion.createMany({
    data: questions.map((question, position) => ({
      ...question,
      choices: [...question.choices],
      formId,
      position,
    })),
  });
  await client.routingRule.createMany({
    data: rules.map(({ target }, position) => ({
      formId,
      position,
      meetingTypeId: target.meetingTypeId,
      hostGroup: target.group,
    })),
  });
  await client.routingCondition.createMany({
    data: rules.flatMap(({ conditions }, rulePosition) =>
      conditions.map((condition, position) => ({
        ...condition,
        texts: [...condition.texts],
        formId,
        rulePosition,
        position,
      })),
    ),
  });
}

function toForm(row: Row): RoutingForm {
  return {
    id: row.id,
    organizationId: row.organization_id,
    title: row.title,
    questions: row.questions,
    rules: row.rules,
    fallback: fallbackOf(row),
    createdAt: toInstant(row.created_at),
    updatedAt: toInstant(row.updated_at),
  };
}

function fallbackOf(row: Row): RoutingTarget | null {
  const { fallback_meeting_type_id: meetingTypeId, fallback_group: group } = row;
  return meetingTypeId === null ? null : { meetingTypeId, group };
}
