import type { ImportProblem } from "./booking-file.ts";
import type { MeetingType } from "../../meeting-types/domain/meeting-type.ts";

/**
 * Who hosts a booking of a file, for the host that it names: all, where all take part; otherwise that
 * host, or the one whom the import names, or whoever imports, and round robin's fixed hosts as well.
 * A member imports what they host themselves, an admin what anybody does.
 */
export function importHosts({
  meetingType,
  importer,
  isAdmin,
  fallback,
}: {
  readonly meetingType: Pick<MeetingType, "mode" | "hosts">;
  readonly importer: string;
  readonly isAdmin: boolean;
  readonly fallback: string | null;
}): (hostId: string | null) => readonly string[] | ImportProblem {
  const ids = meetingType.hosts.map(({ accountId }) => accountId);
  const fixed = meetingType.hosts.flatMap(({ isFixed, accountId }) => (isFixed ? [accountId] : []));
  return (named) => {
    const hostId = named ?? fallback ?? (ids.includes(importer) ? importer : null);
    if (hostId !== null && !ids.includes(hostId)) return { field: "HOST", code: "UNKNOWN_HOST" };
    const hostIds =
      meetingType.mode === "ROUND_ROBIN"
        ? ids.filter((id) => id === hostId || fixed.includes(id))
        : ids;
    const isNamed = meetingType.mode !== "ROUND_ROBIN" || hostId !== null;
    if (!isNamed) return { field: "HOST", code: "REQUIRED" };
    if (!isAdmin && !hostIds.includes(importer)) return { field: "HOST", code: "NOT_YOURS" };
    return hostIds;
  };
}
