import { input, scopeNames } from "@tidbok/domain";
import { z } from "zod";
import { isRedirectUri } from "../../domain/redirect-uri.ts";

/** The schema of the fields that a developer may change later. An app's purpose never changes. */
export const appInput = {
  name: input.line(80),
  legalName: input.line(160),
  redirectUris: z
    .array(
      z
        .string()
        .max(500, "must have 500 characters at most")
        .refine(
          isRedirectUri,
          "must be https, http on loopback or a scheme with a period, without #",
        ),
    )
    .max(10, "must be 10 at most"),
  scopes: z
    .array(z.strictObject({ scope: z.enum(scopeNames), why: input.line(200) }))
    .min(1, "must name one at least")
    .max(scopeNames.length, "must name each scope once")
    .refine((list) => new Set(list.map(({ scope }) => scope)).size === list.length, {
      message: "must name each scope once",
    }),
};
