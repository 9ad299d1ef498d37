import { queryClient } from "../ask-graph.ts";
import { delay, type DelayedAction } from "../delayed-actions.ts";

type LateChange = Omit<DelayedAction, "run"> & { readonly send: () => Promise<unknown> };

/** Sends a change in a few seconds, unless it is taken back, and reads anew what is shown. */
export function sendLater({ send, ...action }: LateChange): void {
  const run = async () => {
    try {
      await send();
    } finally {
      await queryClient.invalidateQueries();
    }
  };
  delay({ ...action, run });
}
