import type { Resolvers } from "@tidbok/service";
import type { Context } from "../context.ts";
import type { GroupChoice } from "../slots/domain/hosts-of-slot.ts";
import type { HandChoice } from "../hosting/domain/reassign.ts";

const host = ({ hostId }: { readonly hostId: string }) => ({ id: hostId });

export const HostChoice: Resolvers<Context>["HostChoice"] = {
  host: (choice: GroupChoice | HandChoice) => host(choice),
  chosenBy: (choice: GroupChoice | HandChoice) => ("byId" in choice ? { id: choice.byId } : null),
};

export const HostStanding: Resolvers<Context>["HostStanding"] = {
  host: (standing: GroupChoice["standings"][number]) => host(standing),
};
