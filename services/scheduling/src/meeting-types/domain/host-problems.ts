import type { InputProblem } from "@tidbok/domain";
import type { MeetingType } from "./meeting-type.ts";

/** The problems of a meeting type's hosts and of their rules for round robin. */
export function hostProblems({ hosts, mode, isActive }: MeetingType): readonly InputProblem[] {
  // All hosts may have left; then the meeting type is inactive until it has others.
  if (hosts.length === 0) {
    const message = "must have at least one host while the meeting type is active";
    return isActive ? [{ path: "hosts", code: "REQUIRED", message }] : [];
  }
  const ids = hosts.map(({ accountId }) => accountId);
  const repeated = ids.flatMap((id, i) =>
    ids.indexOf(id) < i
      ? [{ path: `hosts.${i}.accountId`, code: "REPEATED", message: "must not host twice" }]
      : [],
  );
  if (mode === "ONE_HOST" && hosts.length > 1) {
    const message = "must be one host; use the mode COLLECTIVE or ROUND_ROBIN for several";
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
      const message = "must be omitted for a fixed host";
      return [{ path, code: "GROUP_MISFIT", message }];
    }
    const first = hosts[groups.indexOf(groups[i] ?? null)];
    // Readers would take names that differ in case for one group, but each meeting would need a host of both.
    const message = "must have the same case as in the other host, or be another name";
    return first?.group === group ? [] : [{ path, code: "SAME_BUT_CASE", message }];
  });
  // All hosts that took turns may have left; then the meeting type is inactive until it has others.
  if (!isActive || !hosts.every(({ isFixed }) => isFixed)) return problems;
  const message =
    "must have a host that is not fixed; use the mode COLLECTIVE if all hosts take part";
  return [...problems, { path: "hosts", code: "ALL_FIXED", message }];
}
