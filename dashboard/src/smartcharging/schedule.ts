import type { Model } from "../api/client";

/** A limit from some moment on; null: none. */
export interface Step {
  /** In seconds since 1970. */
  at: number;
  limit: number | null;
}

/** What two schedules say, at the times at which one of them changes. */
export interface Chart {
  times: number[];
  computed: (number | null)[];
  reported: (number | null)[];
}

const seconds = (instant: string) => Date.parse(instant) / 1000;

export const stepsOf = ({ periods }: Model<"CompositeSchedule">): Step[] =>
  periods.map(({ from, limit }) => ({ at: seconds(from), limit: limit ?? null }));

const fieldsOf = (value: unknown): Record<string, unknown> => (typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {});

/** The schedule in a station's answer to GetCompositeSchedule, of any version; empty: it told none. */
export function toldSteps(response: unknown): Step[] {
  const answer = fieldsOf(response);
  const schedule = fieldsOf(answer.schedule ?? answer.chargingSchedule);
  const start = schedule.scheduleStart ?? answer.scheduleStart;
  const periods = schedule.chargingSchedulePeriod;
  if (typeof start !== "string" || !Array.isArray(periods)) {
    return [];
  }
  return periods.map((each: unknown) => {
    const { startPeriod, limit } = fieldsOf(each);
    return { at: seconds(start) + (typeof startPeriod === "number" ? startPeriod : 0), limit: typeof limit === "number" ? limit : null };
  });
}

/** What counts at a time: the last step until then. */
function limitAt(steps: Step[], at: number): number | null {
  return steps.findLast((step) => step.at <= at)?.limit ?? null;
}

/** Both as series of a stepped chart, which ends where the time that was asked for does. @param told empty: the station was not asked */
export function chartOf(computed: Model<"CompositeSchedule">, told: Step[]): Chart {
  const begin = seconds(computed.from);
  const end = seconds(computed.to);
  const own = stepsOf(computed);
  const between = [...own, ...told].map(({ at }) => at).filter((at) => at > begin && at < end);
  const times = [...new Set([begin, ...between, end])].sort((one, other) => one - other);
  // The station may begin a moment later by its clock: what it says first counts from the beginning.
  const first = told[0];
  const theirs = first === undefined || first.at <= begin ? told : [{ ...first, at: begin }, ...told];
  return { times, computed: times.map((at) => limitAt(own, at)), reported: times.map((at) => limitAt(theirs, at)) };
}

/** The first limit of a profile, with its unit, and how many there are. */
export function gistOf(profile: unknown): { limit: number | null; unit: string | null; periods: number } {
  const schedules = fieldsOf(profile).chargingSchedule;
  const schedule = fieldsOf(Array.isArray(schedules) ? schedules[0] : schedules);
  const periods = Array.isArray(schedule.chargingSchedulePeriod) ? (schedule.chargingSchedulePeriod as unknown[]) : [];
  const { limit } = fieldsOf(periods[0]);
  return {
    limit: typeof limit === "number" ? limit : null,
    unit: typeof schedule.chargingRateUnit === "string" ? schedule.chargingRateUnit : null,
    periods: periods.length,
  };
}
