import type { InputProblem } from "@tidbok/domain";
import type { MeetingType } from "./meeting-type.ts";

/** What is wrong with who hosts a meeting type, and how they take their turns. */
export function hostProblems({ hosts, mode, isActive }: MeetingType): readonly InputProblem[] {
  // All of its hosts may have left; then it waits for others.
  if (hosts.length === 0) {
    const message = "must be somebody before it can be booked";
    return isActive ? [{ path: "hosts", code: "REQUIRED", message }] : [];
  }
  const ids = hosts.map(({ accountId }) => accountId);
  const repeated = ids.flatMap((id, i) =>
    ids.indexOf(id) < i
      ? [{ path: `hosts.${i}.accountId`, code: "REPEATED", message: "must not host twice" }]
      : [],
  );
  if (mode === "ONE_HOST" && hosts.length > 1) {
    const message = "must be one host; several are collective or round robin";
    return [...repeated, { path: "hosts", code: "TOO_MANY", message }];
  }
  return mode === "ROUND_ROBIN" ? [...repeated, ...turnProblems(hosts, isActive)] : repeated;
}

function turnProblems(hosts: MeetingType["hosts"], isActive: boolean): readonly InputProblem[] {
  const groups = hosts.map(({ group }) => group?.toLowerCase() ?? null);
  const problems = hosts.flatMap(({ isFixed, group }, i): InputProblem[] => {
    const path = `hosts.${i}.group`;
    if (group === null) return [];
    if (isFixed) {
      const message = "must be left out for who takes part in every meeting";
      return [{ path, code: "GROUP_MISFIT", message }];
    }
    const first = hosts[groups.indexOf(groups[i] ?? null)];
    // Two groups that a reader takes for one would need a host of each.
    const message = "must be written as before, or be another name";
    return first?.group === group ? [] : [{ path, code: "SAME_BUT_CASE", message }];
  });
  // Those who took turns may have left; then it waits for others.
  if (!isActive || !hosts.every(({ isFixed }) => isFixed)) return problems;
  const message = "must have somebody who takes turns; all who always take part are collective";
  return [...problems, { path: "hosts", code: "ALL_FIXED", message }];
}
