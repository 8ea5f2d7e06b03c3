import type { Model } from "../api/client";
import { Unreachable } from "../api/errors";

/** How the server is, for people. */
export interface Verdict {
  tone: "good" | "warn" | "bad" | "unknown";
  title: string;
  sentences: string[];
}

/** @param health what it last said; it counts for nothing once a later question has failed */
export function verdict(health: Model<"Health"> | undefined, error: Error | null): Verdict {
  if (error instanceof Unreachable) {
    return {
      tone: "bad",
      title: "Not reachable",
      sentences: ["The server does not answer. This page goes on asking, and shows it as soon as it does."],
    };
  }
  if (error !== null) {
    return { tone: "bad", title: "No answer that can be read", sentences: [error.message] };
  }
  if (health === undefined) {
    return { tone: "unknown", title: "Asking …", sentences: [] };
  }
  const failed = health.threads.map(
    (thread) =>
      `The thread ${thread.name} has failed ${times(thread.failures)} since the start` +
      (thread.status === "up" ? " and works again; the log says why." : " and is about to begin anew; the log says why."),
  );
  if (health.status === "down") {
    const reason = health.database.reason;
    return {
      tone: "bad",
      title: "Not able to work",
      sentences: [...(reason === null ? [] : [`Database: ${reason}`]), ...failed],
    };
  }
  return failed.length > 0
    ? { tone: "warn", title: "Working, after failures", sentences: failed }
    : { tone: "good", title: "Healthy", sentences: ["The database answers and takes writes."] };
}

function times(count: number): string {
  return count === 1 ? "once" : `${count} times`;
}
