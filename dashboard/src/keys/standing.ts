import type { Model } from "../api/client";

/** Whether a key lets anybody in. @param now in milliseconds */
export function standing(key: Pick<Model<"ApiKey">, "expiresAt" | "revokedAt">, now: number): "counts" | "expired" | "revoked" {
  if (key.revokedAt !== null) {
    return "revoked";
  }
  return key.expiresAt !== null && Date.parse(key.expiresAt) <= now ? "expired" : "counts";
}
