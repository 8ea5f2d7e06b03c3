/** What an input of type datetime-local holds, as the API writes instants; undefined where it is empty. */
export function instantOf(local: string): string | undefined {
  return local === "" ? undefined : new Date(local).toISOString();
}

/** The other way round, in minutes. */
export function localOf(milliseconds: number): string {
  const at = new Date(milliseconds);
  return new Date(milliseconds - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
