import type { ServiceName } from "@tidbok/domain";

export type DatabaseRole = "migrate" | "app" | "read";

/** owner of the objects; reads and writes rows; reads rows. */
export const databaseRoles: readonly DatabaseRole[] = ["migrate", "app", "read"];

export function roleName(service: ServiceName, role: DatabaseRole): string {
  return `${service}_${role}`;
}

/** A service's own database and the one of its people's wrapped keys. */
export function databaseNames(service: ServiceName) {
  return { main: `tidbok_${service}`, keys: `tidbok_${service}_keys` };
}

export type Login = {
  readonly service: ServiceName;
  readonly role: DatabaseRole;
  readonly password: string;
  readonly port: number;
};

/** The URLs with which a role reaches its service's two databases. */
export function databaseUrls({ service, role, password, port }: Login) {
  const names = databaseNames(service);
  const url = (database: string) =>
    `postgresql://${roleName(service, role)}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
  return { main: url(names.main), keys: url(names.keys) };
}
