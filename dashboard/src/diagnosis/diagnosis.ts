import { queryOptions } from "@tanstack/react-query";
import { answered, api, type Model } from "../api/client";
import type { Standing } from "../ui/Status";

/** What one check has found. */
export type StartCheck = Omit<Model<"StartCheck">, "facts"> & { facts: Record<string, unknown> };

/** The document leaves open which facts there are, because that depends on the code. */
export type StartDiagnosis = Omit<Model<"StartDiagnosis">, "checks"> & { checks: StartCheck[] };

export interface Question {
  station: string;
  token?: string;
  at?: string;
}

export const diagnosisQuery = ({ station, token, at }: Question) =>
  queryOptions({
    queryKey: ["diagnosis", station, token, at],
    queryFn: async ({ signal }) =>
      (await answered(
        api.GET("/api/v1/stations/{station}/start-diagnosis", {
          params: { path: { station }, query: { ...(token !== undefined && { token }), ...(at !== undefined && { at }) } },
          signal,
        }),
      )) as StartDiagnosis,
  });

/** The key of a code below `code` and `next`; its end must not read as that of a plural, such as `_other`. */
export const keyOf = (code: string) => code.replaceAll("_", "-");

export const verdictStanding: Record<StartCheck["verdict"], Standing> = { ok: "good", problem: "bad", unknown: "off" };

/** A conclusion stands as the check that it is of. */
export function conclusionStanding({ conclusion, checks }: Pick<StartDiagnosis, "conclusion" | "checks">): Standing {
  const verdict = checks.find(({ code }) => code === conclusion)?.verdict ?? "unknown";
  return verdictStanding[verdict];
}

/** A moment as a field for day and time takes it, where one looks: `2026-05-01T10:30`; empty: none. */
export function toField(instant: string | undefined): string {
  const at = new Date(instant ?? "");
  if (Number.isNaN(at.getTime())) {
    return "";
  }
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** The moment that such a field holds, as the API takes it; undefined: none. */
export function fromField(value: string): string | undefined {
  const at = new Date(value);
  return value === "" || Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}
