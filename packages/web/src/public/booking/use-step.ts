import { useEffect, useState } from "react";

/** The steps of booking; `done` is behind the visitor as well. */
export type Step = "choose" | "form" | "done";

/** The present step; each step is an entry in history, so that Back works. A reload begins anew: nothing is stored. */
export function useStep(): readonly [Step, (step: Step) => void] {
  const [step, setStep] = useState<Step>("choose");
  useEffect(() => {
    const back = (event: PopStateEvent) => setStep((present) => stepAfter(event, present));
    addEventListener("popstate", back);
    return () => removeEventListener("popstate", back);
  }, []);
  const go = (next: Step) => {
    // Done takes the place of the form, which must not come back by Back.
    if (next === "form") history.pushState({ step: next }, "");
    if (next === "done") history.replaceState({ step: next }, "");
    if (next === "choose" && step !== "choose") return history.back();
    setStep(next);
  };
  return [step, go];
}

function stepAfter({ state }: PopStateEvent, present: Step): Step {
  const { step } = (state ?? {}) as { readonly step?: Step };
  // Forward to a form whose time is no longer chosen leads to choosing.
  return step === "done" && present === "done" ? "done" : "choose";
}
