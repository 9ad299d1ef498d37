import { onAccountRegistered } from "./account-registered.ts";

export const reactions = [onAccountRegistered];
