import { dayOf, toDay, toInstant } from "@tidbok/service";
import type { Vault } from "@tidbok/vault";
import type { Client } from "../../store/client.ts";
import type { Absence } from "../domain/absence.ts";
import { timeOffTable } from "./time-off-table.ts";

/** Dates on which hosts have no meetings, with sealed reasons. */
export const absences = (client: Client, vault: Vault) =>
  timeOffTable(client.absence, {
    vault,
    table: "absence",
    lockRow: (id) => client.$queryRaw`SELECT 1 FROM absence WHERE id = ${id}::uuid FOR UPDATE`,
    timesOf: ({ startsOn, endsOn, standInId }: Absence) => ({
      startsOn: toDay(startsOn),
      endsOn: toDay(endsOn),
      standInId,
    }),
    toRow: ({ id, organizationId, accountId, standInId, ...row }): Absence => ({
      id,
      organizationId,
      accountId,
      standInId,
      startsOn: dayOf(row.startsOn),
      endsOn: dayOf(row.endsOn),
      createdAt: toInstant(row.createdAt),
    }),
  });
