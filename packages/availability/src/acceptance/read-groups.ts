import { fieldsOf, listOf, textOf, type Field } from "./case-fields.ts";

/** Groups said on the meeting type, `[["a", "b"], ["c"]]` or `[{hosts: ["a", "b"]}]`: the group of each host. */
export function readGroups(field: Field): ReadonlyMap<string, string> {
  const groups = listOf(field, (group) => {
    if (Array.isArray(group.value)) return listOf(group, textOf);
    const { hosts } = fieldsOf(group, { id: ["name"], hosts: ["hostIds", "members"] });
    return listOf(hosts, textOf);
  });
  return new Map(groups.flatMap((hosts, i) => hosts.map((host) => [host, String(i)] as const)));
}
