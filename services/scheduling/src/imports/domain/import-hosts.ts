import type { MeetingType } from "../../meeting-types/domain/meeting-type.ts";
import type { ImportProblem } from "./booking-file.ts";

/**
 * The hosts of a booking, from the host that the file names or null. Round robin: that host, else the import's default
 * host, else the importer, and the fixed hosts as well; the other modes: all hosts of the meeting type. A member may
 * import only the bookings that the member hosts; an admin may import those of every host.
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
