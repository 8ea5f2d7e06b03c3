import type { Model } from "../api/client";

/** What is chosen of: as the server is set, or something for this station. */
export type Auto = "setting" | "on" | "off";

export const autoOf = ({ autoSyncOfStation }: Pick<Model<"LocalList">, "autoSyncOfStation">): Auto =>
  autoSyncOfStation === null ? "setting" : autoSyncOfStation ? "on" : "off";

/** @param auto a word of {@link Auto} */
export function wishesOf(auto: string, whenTooMany: string): Model<"LocalListWishes"> {
  return { autoSync: auto === "setting" ? null : auto === "on", whenTooMany: whenTooMany === "newest" ? "newest" : "refuse" };
}
