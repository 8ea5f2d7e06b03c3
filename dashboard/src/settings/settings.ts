import { queryOptions } from "@tanstack/react-query";
import { answered, api, type Model } from "../api/client";

export type Setting = Model<"Setting">;

export const settingsQuery = queryOptions({
  queryKey: ["settings"],
  queryFn: async ({ signal }) => (await answered(api.GET("/api/v1/settings", { signal }))).items,
});

export const organisationQuery = queryOptions({
  queryKey: ["organisation"],
  queryFn: ({ signal }) => answered(api.GET("/api/v1/organisation", { signal })),
});

/** Those whose name or description has all the words; those that somebody has set, where only these are wanted. */
export function shownSettings(all: Setting[], query: string, onlySet: boolean): Setting[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter((word) => word !== "");
  return all.filter(({ name, description, source }) => {
    const text = `${name} ${description}`.toLocaleLowerCase();
    return words.every((word) => text.includes(word)) && (!onlySet || source !== "default");
  });
}

/** Where a setting comes from, without the English word for what kind of place that is: `--port` of `flag --port`. */
export function placeOf(where: string | null): string {
  return (where ?? "").replace(/^(flag|variable) /, "");
}
