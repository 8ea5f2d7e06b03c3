import type { Model } from "../api/client";

/** The last status that was seen. */
export interface Seen {
  status: Model<"Status">;
  /** In milliseconds. */
  at: number;
  /** The server was asked again since, and gave none. */
  isOld: boolean;
}
