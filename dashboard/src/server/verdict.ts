import type { TFunction } from "i18next";
import type { Model } from "../api/client";
import { Unreachable } from "../api/errors";

/** How the server is, for people. */
export interface Verdict {
  tone: "good" | "warn" | "bad" | "unknown";
  title: string;
  sentences: string[];
}

/** @param health what it last said; it counts for nothing once a later question has failed */
export function verdict(health: Model<"Health"> | undefined, error: Error | null, t: TFunction): Verdict {
  if (error instanceof Unreachable) {
    return { tone: "bad", title: t("server:verdict.unreachable"), sentences: [t("server:verdict.unreachableMore")] };
  }
  if (error !== null) {
    return { tone: "bad", title: t("server:verdict.unreadable"), sentences: [error.message] };
  }
  if (health === undefined) {
    return { tone: "unknown", title: t("server:verdict.asking"), sentences: [] };
  }
  const failed = health.threads.map(({ name, failures, status }) =>
    status === "up" ? t("server:verdict.threadAgain", { name, count: failures }) : t("server:verdict.threadDown", { name, count: failures }),
  );
  if (health.status === "down") {
    const reason = health.database.reason;
    return {
      tone: "bad",
      title: t("server:verdict.down"),
      sentences: [...(reason === null ? [] : [t("server:verdict.database", { reason })]), ...failed],
    };
  }
  return failed.length > 0
    ? { tone: "warn", title: t("server:verdict.afterFailures"), sentences: failed }
    : { tone: "good", title: t("server:verdict.healthy"), sentences: [t("server:verdict.healthyMore")] };
}
