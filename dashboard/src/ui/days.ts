const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** When a day begins where one looks, as the API takes it; undefined: it is no day. */
export function beginOf(day: string | undefined): string | undefined {
  return begin(day, 0);
}

/** When the day after it begins. */
export function endOf(day: string | undefined): string | undefined {
  return begin(day, 1);
}

function begin(day: string | undefined, later: number): string | undefined {
  if (day === undefined || !DAY.test(day)) {
    return undefined;
  }
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const at = new Date(year, month - 1, date + later);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}
