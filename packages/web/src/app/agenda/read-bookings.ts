import type { Answer } from "@tidbok/client";
import { queryOptions } from "@tanstack/react-query";
import { AgendaBookingsDocument, type AgendaBookingsQuery } from "../../generated/graphql.ts";
import { ask } from "../ask-graph.ts";

type Connection = NonNullable<AgendaBookingsQuery["hostedBookings"]>;

/** The bookings of a stretch of time, all pages of it up to this many, and whether there are more. */
export type ReadBookings = { readonly nodes: Connection["nodes"]; readonly hasMore: boolean };

const most = 5;

/** Reads the bookings that begin between two instants; read again each minute and when the page is looked at again. */
export function readBookings(after: string, before: string) {
  return queryOptions({
    queryKey: ["agenda-bookings", after, before],
    refetchInterval: 60_000,
    refetchOnWindowFocus: "always",
    queryFn: async (): Promise<ReadBookings> => {
      const nodes: Connection["nodes"][number][] = [];
      let page: string | null = null;
      for (let count = 0; count < most; count += 1) {
        const { data }: Answer<AgendaBookingsQuery> = await ask(AgendaBookingsDocument, {
          after,
          before,
          page,
        });
        const connection: Connection | null = data.hostedBookings;
        nodes.push(...(connection?.nodes ?? []));
        if (!connection?.pageInfo.hasNextPage) return { nodes, hasMore: false };
        page = connection.pageInfo.endCursor;
      }
      return { nodes, hasMore: true };
    },
  });
}
