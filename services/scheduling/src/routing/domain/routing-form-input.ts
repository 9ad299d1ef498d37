import { input } from "@tidbok/domain";
import { z } from "zod";
import { routingKinds, routingOperators } from "./routing-form.ts";

const key = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower-case letters, digits and single hyphens");

const question = z
  .strictObject({
    key,
    kind: z.enum(routingKinds),
    label: input.line(300),
    isRequired: z.boolean().default(false),
    choices: z.array(input.line(200)).max(50).default([]),
  })
  .refine(({ kind, choices }) => (kind === "CHOICE" ? choices.length >= 2 : choices.length === 0), {
    path: ["choices"],
    message: "must have at least two entries for CHOICE, and must be empty for other kinds",
    params: { code: "CHOICES_MISFIT" },
  })
  .refine(({ choices }) => new Set(choices).size === choices.length, {
    path: ["choices"],
    message: "must not repeat a choice",
    params: { code: "REPEATED" },
  });

const condition = z.strictObject({
  questionKey: key,
  operator: z.enum(routingOperators),
  texts: z.array(input.line(200)).max(50).default([]),
  number: z
    .number()
    .nullish()
    .transform((value) => value ?? null),
  consent: z
    .boolean()
    .nullish()
    .transform((value) => value ?? null),
});

const target = z.strictObject({
  meetingTypeId: input.id,
  group: input
    .line(60)
    .nullish()
    .transform((name) => name ?? null),
});

const fields = {
  title: input.line(150),
  questions: z.array(question).min(1).max(20),
  rules: z
    .array(z.strictObject({ conditions: z.array(condition).min(1).max(10), target }))
    .min(1)
    .max(50),
};

/** The input of createRoutingForm. */
export const createRoutingFormInput = z.strictObject({
  ...fields,
  organizationId: input.id,
  fallback: target.nullish().transform((value) => value ?? null),
  idempotencyKey: input.idempotencyKey,
});

/** The input of updateRoutingForm; null means "unchanged", except for the fallback, which null removes. */
export const updateRoutingFormInput = z.strictObject({
  routingFormId: input.id,
  title: fields.title.nullish(),
  questions: fields.questions.nullish(),
  rules: fields.rules.nullish(),
  fallback: target.nullish(),
});

/** The input of route. */
export const routeInput = z.strictObject({
  routingFormId: input.id,
  answers: z
    .array(
      z.strictObject({
        questionKey: z.string().max(60),
        text: z.string().max(5_000, "must have 5000 characters at most").nullish(),
        number: z.number().nullish(),
        consent: z.boolean().nullish(),
      }),
    )
    .max(50)
    .default([]),
});
