import type { Model } from "../api/client";
import type { Standing } from "../ui/Status";

/** How a token stands, and the key of its word below `standing`. @param now in milliseconds */
export function standingOf({ blocked, expiresAt }: Pick<Model<"Token">, "blocked" | "expiresAt">, now: number): { standing: Standing; word: string } {
  if (blocked) {
    return { standing: "blocked", word: "blocked" };
  }
  return expiresAt !== null && Date.parse(expiresAt) <= now ? { standing: "off", word: "expired" } : { standing: "good", word: "counts" };
}
