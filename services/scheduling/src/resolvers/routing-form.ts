import type { Resolvers } from "@tidbok/service";
import { shownRoutes } from "../routing/actions/shown-routes.ts";
import type { Context } from "../context.ts";
import type {
  RoutingForm as Row,
  RoutingTarget as Target,
} from "../routing/domain/routing-form.ts";

export const RoutingForm: Resolvers<Context>["RoutingForm"] = {
  organization: ({ organizationId }: Row) => ({ id: organizationId }),
  rules: (form: Row, _, context) => shownRoutes(context, form)?.rules,
  fallback: (form: Row, _, context) => shownRoutes(context, form)?.fallback,
};

export const RoutingTarget: Resolvers<Context>["RoutingTarget"] = {
  meetingType: ({ meetingTypeId }: Target, _, { loaders }) =>
    loaders.meetingType.load(meetingTypeId),
};
