import { newId } from "@tidbok/domain";
import {
  BookingCancelled,
  BookingConfirmed,
  BookingDeclined,
  BookingDeleted,
  BookingMade,
  BookingReassigned,
  BookingRescheduled,
  connectNats,
  GuestLeft,
  GuestsInvited,
  startAnswering,
  TimesDeclined,
  TimesProposed,
  type Answer,
  type EventDefinition,
  type Nats,
} from "@tidbok/events";
import { createLogger } from "@tidbok/service";
import { asker, serviceEnv, tellEvent, testDatabase, testNats } from "@tidbok/testing";
import { readConfig } from "../../src/config.ts";
import { createServer } from "../../src/server.ts";
import type { bookingAnswer } from "./answers.ts";
import { startMailServer } from "./mail-server.ts";

const log = createLogger("test", { level: "silent" });

type Booking = ReturnType<typeof bookingAnswer>;

/** Integrations on a real Postgres, NATS and mail server; the graph's answers are the test's. */
export async function startIntegrations({ leaseSeconds = 30 } = {}) {
  const database = await testDatabase("integrations");
  const nats = await testNats();
  const mailServer = await startMailServer();
  const rows = database.pool;
  const connect = (name: Nats["name"]) =>
    connectNats({ servers: nats.url, seedFile: nats.seedFile(name), name, log });
  const [gateway, scheduling, identity] = [
    await connect("gateway"),
    await connect("scheduling"),
    await connect("identity"),
  ];

  // What the graph knows, by id; and the code with which it refuses all.
  const graph = { facts: new Map<string, Answer>(), asked: [] as string[], refusal: "" };
  const answering = startAnswering({
    nats: gateway,
    log,
    answer: async ({ operationName, variables }) => {
      graph.asked.push(operationName);
      if (graph.refusal !== "")
        return { errors: [{ code: graph.refusal, message: "A service gives no answer." }] };
      return graph.facts.get(String(variables["id"])) ?? { data: { booking: null } };
    },
  });

  let ahead = 0;
  const config = readConfig({
    ...serviceEnv("integrations", { database, nats }),
    SMTP_URL: mailServer.url,
    MAIL_FROM: "Tidbok <no-reply@tidbok.example>",
    DELIVERY_LEASE_SECONDS: String(leaseSeconds),
  });
  const build = () => createServer(config, { clock: () => Date.now() + ahead });
  let service = await build();
  await service.start();

  const versions = new Map<string, number>();
  const told = new Map<string, number>();
  async function tell(definition: EventDefinition, booking: Booking, data = {}, id = newId()) {
    const aggregateVersion = told.get(id) ?? (versions.get(booking.id) ?? 0) + 1;
    versions.set(booking.id, aggregateVersion);
    told.set(id, aggregateVersion);
    const organizationId = organizationOf(booking);
    return tellEvent(await scheduling.connection(), {
      id,
      definition,
      aggregateId: booking.id,
      aggregateVersion,
      organizationId,
      data: { bookingId: booking.id, organizationId, ...data },
    });
  }
  const organizations = new Map<string, string>();
  const belongsTo = ({ id }: { id: string }, organizationId: string) => {
    organizations.set(id, organizationId);
  };
  const organizationOf = ({ id }: { id: string }) => {
    const known = organizations.get(id) ?? newId();
    organizations.set(id, known);
    return known;
  };

  return {
    database,
    mailServer,
    graph,
    rows,
    nats,
    organizationOf,
    belongsTo,
    ask: (...asked: Parameters<ReturnType<typeof asker>>) =>
      asker(service.app, "integrations")(...asked),
    knows: (booking: Booking) => graph.facts.set(booking.id, { data: { booking } }),
    /** With an id that was told before it is told again. */
    tellMade: (booking: Booking, id?: string) =>
      tell(
        BookingMade,
        booking,
        {
          hostIds: booking.hosts.map((host) => host.id),
          attendeeIds: booking.attendees.map((attendee) => attendee.id),
          guestIds: booking.guests.map((guest) => guest.id),
          isPending: booking.state === "PENDING",
        },
        id,
      ),
    /** That a host made it for the attendee. */
    tellOnBehalf: (booking: Booking) =>
      tell(BookingMade, booking, {
        hostIds: booking.hosts.map((host) => host.id),
        attendeeIds: booking.attendees.map((attendee) => attendee.id),
        guestIds: booking.guests.map((guest) => guest.id),
        isOnBehalf: true,
      }),
    /** That it was brought along from elsewhere. */
    tellImported: (booking: Booking, { tellsAttendees }: { tellsAttendees: boolean }) =>
      tell(BookingMade, booking, {
        hostIds: booking.hosts.map((host) => host.id),
        attendeeIds: booking.attendees.map((attendee) => attendee.id),
        isImported: true,
        ...(tellsAttendees && { tellsAttendees }),
      }),
    tellFollowing: (booking: Booking) =>
      tell(BookingMade, booking, {
        hostIds: booking.hosts.map((host) => host.id),
        attendeeIds: booking.attendees.map((attendee) => attendee.id),
        isFollowing: true,
      }),
    tellConfirmed: (booking: Booking) =>
      tell(BookingConfirmed, booking, { sequence: booking.sequence, by: "HOST" }),
    tellDeclined: (booking: Booking, by: string) =>
      tell(BookingDeclined, booking, { sequence: booking.sequence, by }),
    tellRescheduled: (booking: Booking) =>
      tell(BookingRescheduled, booking, { sequence: booking.sequence }),
    tellInvited: (booking: Booking, guestIds: string[]) =>
      tell(GuestsInvited, booking, { sequence: booking.sequence, guestIds, by: "HOST" }),
    tellGuestLeft: (booking: Booking, guestId: string) =>
      tell(GuestLeft, booking, { sequence: booking.sequence, guestId, isOwn: false }),
    tellProposed: (booking: Booking, by: string) =>
      tell(TimesProposed, booking, { sequence: booking.sequence, by, proposalId: newId() }),
    tellTimesDeclined: (booking: Booking, by: string) =>
      tell(TimesDeclined, booking, { sequence: booking.sequence, by, proposalId: newId() }),
    tellReassigned: (booking: Booking, hosts: { fromHostId: string; toHostId: string }) =>
      tell(BookingReassigned, booking, { sequence: booking.sequence, by: "HOST", ...hosts }),
    tellCancelled: (booking: Booking, by: string) =>
      tell(BookingCancelled, booking, { sequence: booking.sequence, by }),
    tellDeleted: (booking: Booking) => tell(BookingDeleted, booking),
    identity,
    /** Lets so much time pass for the service. */
    pass: (milliseconds: number) => {
      ahead += milliseconds;
    },
    mailsTo: (address: string) =>
      mailServer.arrived.filter(({ recipients }) => recipients.includes(address)),
    deliveries: async (where: { aboutId?: string } = {}) => {
      const { rows: found } = await rows.query(
        `SELECT kind, recipient_kind, state, attempts, last_error_code FROM delivery
         WHERE $1::uuid IS NULL OR about_id = $1 ORDER BY id`,
        [where.aboutId ?? null],
      );
      return found;
    },
    /** Stops the service in order and starts another on the same databases. */
    restart: async () => {
      await service.stop();
      service = await build();
      await service.start();
    },
    stop: async () => {
      await service.stop();
      await answering.stop();
      await Promise.all([gateway, scheduling, identity].map((each) => each.stop()));
      await mailServer.stop();
      await nats.drop();
      await database.drop();
    },
  };
}
