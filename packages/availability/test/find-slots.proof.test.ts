import { proofCases } from "@tidbok/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canBook, findSlots, slotAt, type SlotRequest } from "../src/index.ts";
import { arbitraryRequest } from "./support/arbitrary-request.ts";
import { naiveSlots } from "./support/naive-slots.ts";

const minute = 60_000;
const timeout = 10 * minute;
// The same cases in every short run, so that a failure is the change's; the whole run draws its own.
const seed = process.env.TIDBOK_PROOFS === "whole" ? Date.now() : 20_261_130;
const startsOf = (request: SlotRequest) => findSlots(request).map((slot) => slot.start);

describe("findSlots, for any rules", () => {
  test(
    "answers what minute-by-minute reading of the rules with Temporal answers",
    { timeout },
    () => {
      fc.assert(
        fc.property(arbitraryRequest, (request) => {
          const found = findSlots(request).map(({ start, hostIds }) => ({ start, hostIds }));
          expect(found).toEqual(naiveSlots(request));
        }),
        { numRuns: proofCases({ briefly: 40, whole: 150 }), seed },
      );
    },
  );

  test("gives the same starts for a window in two parts as for the whole", () => {
    fc.assert(
      fc.property(arbitraryRequest, fc.double({ min: 0, max: 1, noNaN: true }), (request, part) => {
        const { start, end } = request.window;
        const middle = Math.floor(start + (end - start) * part);
        expect([
          ...findSlots({ ...request, window: { start, end: middle } }),
          ...findSlots({ ...request, window: { start: middle, end } }),
        ]).toEqual(findSlots(request));
      }),
      { numRuns: proofCases({ briefly: 100, whole: 300 }), seed },
    );
  });

  test("never gains a start by more busy time", () => {
    const more = fc.record({
      host: fc.nat(),
      from: fc.integer({ min: -600, max: 3_000 }),
      length: fc.integer({ min: 0, max: 600 }),
      countsFor: fc.constantFrom(undefined, "HOST" as const, "MEETING_TYPE" as const),
    });
    fc.assert(
      fc.property(arbitraryRequest, more, (request, { host, from, length, countsFor }) => {
        const start = request.window.start + from * minute;
        const busier = request.hosts.map((rules, i) =>
          i === host % request.hosts.length
            ? {
                ...rules,
                busy: [...rules.busy, { start, end: start + length * minute, countsFor }],
              }
            : rules,
        );
        const before = new Set(startsOf(request));
        for (const left of startsOf({ ...request, hosts: busier })) expect(before).toContain(left);
      }),
      { numRuns: proofCases({ briefly: 100, whole: 300 }), seed },
    );
  });

  test("lets every offered start be booked, and none that is not offered", () => {
    const anywhere = fc.array(fc.integer({ min: 0, max: 2_880 }), { maxLength: 20 });
    fc.assert(
      fc.property(arbitraryRequest, anywhere, (request, minutes) => {
        const slots = findSlots(request);
        for (const slot of slots) expect(slotAt(request, slot.start)).toEqual(slot);
        const { start, end } = request.window;
        const offered = new Set(slots.map((slot) => slot.start));
        for (const instant of minutes.map((n) => start + n * minute).filter((at) => at < end)) {
          expect(canBook(request, instant)).toBe(offered.has(instant));
        }
      }),
      { numRuns: proofCases({ briefly: 100, whole: 300 }), seed },
    );
  });

  test("never lets two reservations of one host overlap, however many are booked one after the other", () => {
    fc.assert(
      fc.property(arbitraryRequest, fc.infiniteStream(fc.nat()), (request, choices) => {
        const { bufferBeforeMinutes: before = 0, bufferAfterMinutes: after = 0 } = request.rules;
        let hosts = request.hosts.map((host) => ({ ...host, busy: [] as HostBusy[] }));
        for (let i = 0; i < 12; i += 1) {
          const slots = findSlots({ ...request, hosts });
          const slot = slots[choices.next().value % slots.length];
          if (slot === undefined) break;
          hosts = hosts.map((host) =>
            slot.hostIds.includes(host.id)
              ? { ...host, busy: [...host.busy, bookingOf(slot, before, after)] }
              : host,
          );
        }
        for (const { busy } of hosts) {
          const taken = busy.map(reservationOf).sort((a, b) => a.start - b.start);
          taken.forEach((one, i) => {
            const next = taken[i + 1];
            if (next !== undefined) expect(one.end).toBeLessThanOrEqual(next.start);
          });
        }
      }),
      { numRuns: proofCases({ briefly: 60, whole: 200 }), seed },
    );
  });
});

type HostBusy = {
  readonly start: number;
  readonly end: number;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  readonly countsFor: "MEETING_TYPE";
};

function bookingOf(slot: { start: number; end: number }, before: number, after: number): HostBusy {
  const { start, end } = slot;
  return {
    start,
    end,
    bufferBeforeMinutes: before,
    bufferAfterMinutes: after,
    countsFor: "MEETING_TYPE",
  };
}

function reservationOf(busy: HostBusy): { start: number; end: number } {
  return {
    start: busy.start - busy.bufferBeforeMinutes * minute,
    end: busy.end + busy.bufferAfterMinutes * minute,
  };
}
