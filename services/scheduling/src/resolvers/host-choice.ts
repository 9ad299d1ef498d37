import type { Resolvers } from "@tidbok/service";
import type { Context } from "../context.ts";
import type { GroupChoice } from "../domain/hosts-of-slot.ts";

const host = ({ hostId }: { readonly hostId: string }) => ({ id: hostId });

export const HostChoice: Resolvers<Context>["HostChoice"] = {
  host: (choice: GroupChoice) => host(choice),
};

export const HostStanding: Resolvers<Context>["HostStanding"] = {
  host: (standing: GroupChoice["standings"][number]) => host(standing),
};
