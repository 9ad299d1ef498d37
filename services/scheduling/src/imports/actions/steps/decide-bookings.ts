import type { Context } from "../../../context.ts";
import type { MeetingType } from "../../../meeting-types/domain/meeting-type.ts";
import { decideImported, type SourcedBooking } from "../../domain/decide-imported.ts";
import type { ImportDecisions } from "../../domain/report-of.ts";
import { tellableSources } from "../../domain/tellable-sources.ts";

const nothingDecided: ImportDecisions = {
  decisions: new Map(),
  importOf: new Map(),
  seriesOf: new Map(),
};

/** Decides which bookings exist already, get a seat or are refused. Writing them requires the hosts' locks. */
export async function decideBookings(
  { store, loaders, caller, now }: Pick<Context, "store" | "loaders" | "caller" | "now">,
  {
    bookings,
    meetingType,
    importer,
    isLocking,
  }: {
    readonly bookings: readonly SourcedBooking[];
    readonly meetingType: MeetingType;
    readonly importer: string;
    readonly isLocking: boolean;
  },
): Promise<ImportDecisions> {
  const hostIds = [...new Set(bookings.flatMap((each) => each.hostIds))];
  if (hostIds.length === 0) return nothingDecided;
  if (isLocking) {
    await store.reservations.lockHosts(hostIds);
    await store.reservations.expireStale(hostIds, now);
  }
  const sources = bookings.flatMap(({ source, ownSource }) =>
    ownSource === null ? [source] : [source, ownSource],
  );
  const known = await store.imports.findKnown(meetingType.organizationId, sources);
  const during = {
    start: Math.min(...bookings.map(({ start }) => start)),
    end: Math.max(...bookings.map(({ end }) => end)),
  };
  const { organizationId } = meetingType;
  const taken = await store.reservations.busy({ hostIds, organizationId, during, now });
  // A booking joins an existing meeting of its type where that has a free seat; with one seat it is full.
  const occurrenceIds = [...taken.values()]
    .flat()
    .flatMap(({ occurrenceId, meetingTypeId }) =>
      occurrenceId !== null && meetingTypeId === meetingType.id ? [occurrenceId] : [],
    );
  const isPerson = caller.kind === "account";
  const isOverseer = isPerson && (await loaders.attendeesVisibleToAdmins.load(organizationId));
  const tellable = tellableSources(bookings, {
    known,
    importer,
    // A member imports only own bookings, so the setting matters to admins alone.
    readsAttendees: ({ hostIds }) => isOverseer || (isPerson && hostIds.includes(importer)),
  });
  const decisions = decideImported(tellable, {
    meetingTypeId: meetingType.id,
    seats: meetingType.seats,
    known: new Map([...known].map(([source, { bookingId }]) => [source, bookingId])),
    taken,
    seatsTaken: await store.imports.seatsTaken(occurrenceIds),
  });
  const importOf = new Map(
    [...known.values()].map(({ bookingId, importId }) => [bookingId, importId]),
  );
  const seriesOf = new Map([...known.values()].map((each) => [each.bookingId, each.seriesId]));
  return { decisions, importOf, seriesOf };
}
