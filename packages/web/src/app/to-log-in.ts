/** Leads to the log-in, which leads back to this address of the app. No address of the app names a person. */
export function toLogIn(): void {
  const { pathname, search } = location;
  location.assign(`/log-in?to=${encodeURIComponent(pathname + search)}`);
}
