import type { Resolvers } from "@tidbok/service";
import type { Context } from "../context.ts";
import { createRoutingForm } from "./actions/create-routing-form.ts";
import { deleteRoutingForm } from "./actions/delete-routing-form.ts";
import { findRoutingForm } from "./actions/find-routing-form.ts";
import { listRoutingForms } from "./actions/list-routing-forms.ts";
import { route } from "./actions/route.ts";
import { findRoutes } from "./actions/find-routes.ts";
import { updateRoutingForm } from "./actions/update-routing-form.ts";
import type {
  RoutingForm as RoutingFormRow,
  RoutingTarget as Target,
} from "./domain/routing-form.ts";

export const resolvers: Resolvers<Context> = {
  Query: {
    routingForm: (_, { id }, context) => findRoutingForm(context, id),
  },
  Mutation: {
    createRoutingForm: (_, { input }, context) => createRoutingForm(context, input),
    updateRoutingForm: (_, { input }, context) => updateRoutingForm(context, input),
    deleteRoutingForm: (_, { input }, context) => deleteRoutingForm(context, input),
    route: (_, { input }, context) => route(context, input),
  },
  Organization: {
    routingForms: ({ id: organizationId }: Reference, page, context) =>
      listRoutingForms(context, { ...page, organizationId }),
  },
  RoutingForm: {
    __resolveReference: ({ id }: { readonly id: string }, context) => findRoutingForm(context, id),
    organization: ({ organizationId }: RoutingFormRow) => ({ id: organizationId }),
    rules: (form: RoutingFormRow, _, context) => findRoutes(context, form)?.rules,
    fallback: (form: RoutingFormRow, _, context) => findRoutes(context, form)?.fallback,
  },
  RoutingTarget: {
    meetingType: ({ meetingTypeId }: Target, _, { loaders }) =>
      loaders.meetingType.load(meetingTypeId),
  },
};

type Reference = { readonly id: string };
