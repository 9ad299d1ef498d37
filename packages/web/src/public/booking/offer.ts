import type { BookingPageQuery } from "../../generated/graphql.ts";

type Organization = NonNullable<BookingPageQuery["organization"]>;

/** The meeting type as the query gives it, without its slots. */
export type BookedType = Omit<NonNullable<Organization["meetingType"]>, "slots" | "nextAvailable">;

/** A time that can be booked. */
export type Slot = { readonly start: number; readonly seatsLeft: number | null };

/** What lies in the page. */
export type BookingData = {
  readonly organization: Pick<Organization, "slug" | "name" | "timeZone" | "logoUrl">;
  readonly type: BookedType;
  readonly duration: number;
  readonly slots: PackedSlots;
  /** When the page was made; a browser's clock may be days off. */
  readonly now: number;
  /** The last date of the window, in UTC. */
  readonly to: string;
  /** The first time of all, where the window has none. */
  readonly next: number | null;
};

/** Starts in minutes since the epoch, each after the first as the difference to the one before. */
export type PackedSlots = {
  readonly starts: readonly number[];
  readonly seatsLeft: readonly (number | null)[] | null;
};

type Days = readonly {
  readonly slots: readonly { readonly startAt: string; readonly seatsLeft: number | null }[];
}[];

/** Slots of the graph as the page carries them. */
export function packSlots(days: Days): PackedSlots {
  const slots = days.flatMap((day) => day.slots);
  const minutes = slots.map(({ startAt }) => Date.parse(startAt) / 60_000);
  const hasSeats = slots.some(({ seatsLeft }) => seatsLeft !== null);
  return {
    starts: minutes.map((minute, index) => minute - (minutes[index - 1] ?? 0)),
    seatsLeft: hasSeats ? slots.map(({ seatsLeft }) => seatsLeft) : null,
  };
}

/** The same slots as the page shows them. */
export function unpackSlots({ starts, seatsLeft }: PackedSlots): readonly Slot[] {
  let minute = 0;
  return starts.map((difference, index) => {
    minute += difference;
    return { start: minute * 60_000, seatsLeft: seatsLeft?.[index] ?? null };
  });
}
