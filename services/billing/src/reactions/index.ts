import { onOrganizationCreated } from "./organization-created.ts";

export const reactions = [onOrganizationCreated];
