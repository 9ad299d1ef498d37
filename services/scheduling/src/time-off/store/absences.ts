import type { Vault } from "@tidbok/vault";
import type { Client } from "../../store/client.ts";
import type { Absence } from "../domain/absence.ts";
import { timeOffTable } from "./time-off-table.ts";

/** Dates on which hosts have no meetings, with sealed reasons. */
export const absences = (client: Client, vault: Vault) =>
  timeOffTable(client.absence, {
    vault,
    table: "absence",
    timesOf: ({ startsOn, endsOn, standInId }: Absence) => ({
      startsOn: new Date(`${startsOn}T00:00:00Z`),
      endsOn: new Date(`${endsOn}T00:00:00Z`),
      standInId,
    }),
    toRow: ({ id, organizationId, accountId, standInId, ...row }): Absence => ({
      id,
      organizationId,
      accountId,
      standInId,
      startsOn: row.startsOn.toISOString().slice(0, 10),
      endsOn: row.endsOn.toISOString().slice(0, 10),
      createdAt: row.createdAt.getTime(),
    }),
  });
