import type { Context } from "../../../context.ts";
import { decidedAtOnce } from "../../domain/hosts-of-slot.ts";
import type { SlotInput } from "../../domain/slot-input.ts";
import { networkOfVisitor } from "../../domain/visitor.ts";
import { requireLikelySlot } from "./decide-slot.ts";
import { meetingTypeToBook } from "./meeting-type-to-book.ts";

/**
 * Does the work when its turn comes among the requests for slots of the same meeting type; in round robin each host
 * that takes turns has one. Throws TooBusy when no turn comes within `LONGEST_LINE_SECONDS`. A visitor with too many
 * attempts gets no turn. A request that had to wait first looks without a lock whether its slot is gone: most of a
 * crowd is refused by that look.
 */
export async function inTurn<Result>(
  context: Context,
  request: {
    readonly input: SlotInput & { readonly holdId?: string | null | undefined };
    /** Whether the work was done before: then it only repeats an answer, and needs no turn. */
    readonly isDone: () => Promise<boolean>;
    readonly work: () => Promise<Result>;
  },
): Promise<Result> {
  const { input, isDone, work } = request;
  await limitVisitor(context, input);
  const meetingType = await context.loaders.meetingType.load(input.meetingTypeId);
  const atOnce = meetingType ? decidedAtOnce(meetingType) : 1;
  const attempt = async ({ hasWaited }: { readonly hasWaited: boolean }) => {
    if (hasWaited) {
      if (await isDone()) return null;
      await lookFirst(context, input).catch(async (error: unknown) => {
        // Another process may have done the same work just now, and so have taken the slot.
        if (!(await isDone())) throw error;
      });
      // The look-ups after this see what the work has changed.
      context.loaders.clear();
    }
    return { result: await work() };
  };
  const turn = await context.turns(input.meetingTypeId, attempt, { atOnce });
  return turn === null ? work() : turn.result;
}

async function lookFirst(
  context: Context,
  input: SlotInput & { readonly holdId?: string | null | undefined },
): Promise<void> {
  // A hold or a link is locked before the decision, so only the transaction can decide.
  if (input.holdId != null || input.linkToken != null) return;
  const { meetingType, durationMinutes } = await meetingTypeToBook(context, input);
  // A taken time of a meeting with seats mostly has seats left.
  if (meetingType.seats > 1) return;
  await requireLikelySlot(context, { meetingType, durationMinutes, start: input.startAt });
}

/**
 * Refuses a visitor after too many attempts from its network; an attempt at a series counts each of its slots. Accounts
 * and apps have no such limit.
 */
export async function limitVisitor(
  context: Pick<Context, "caller" | "network" | "visitorLimits">,
  { meetingTypeId, slots = 1 }: { readonly meetingTypeId: string; readonly slots?: number },
): Promise<void> {
  const network = networkOfVisitor(context);
  if (network !== null) await context.visitorLimits.take({ network, meetingTypeId, slots });
}
