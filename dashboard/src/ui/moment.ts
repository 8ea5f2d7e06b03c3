const format = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

/** A point in time, in the zone and the language of whoever looks. @param instant as the API writes it */
export function moment(instant: string): string {
  return format.format(new Date(instant));
}
