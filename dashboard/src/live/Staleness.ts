import type { QueryClient, QueryKey } from "@tanstack/react-query";
import type { LiveRule } from "../shell/feature";
import type { LiveEvent } from "./LiveFeed";

/** So often at most queries are asked again, however much happens; typing and scrolling go on meanwhile. */
const EVERY = 500;

/** Collects what events make old, and has it asked again in strides. */
export class Staleness {
  private readonly client: QueryClient;
  private readonly rules: LiveRule[];
  private readonly waiting = new Map<string, QueryKey>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(client: QueryClient, rules: LiveRule[]) {
    this.client = client;
    this.rules = rules;
  }

  heard(event: LiveEvent): void {
    if (event.kind === "missed") {
      this.note([]); // everything
    } else {
      this.rules.filter((rule) => event.kind.startsWith(rule.kind)).forEach((rule) => {
        rule.stale(event).forEach((key) => {
          this.note(key);
        });
      });
    }
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private note(key: QueryKey): void {
    this.waiting.set(JSON.stringify(key), key);
    this.timer ??= setTimeout(this.stride, EVERY);
  }

  /** What is on its way is not broken off: where events come faster than a long list does, it would never be there. */
  private readonly stride = (): void => {
    this.timer = undefined;
    for (const [text, queryKey] of this.waiting) {
      if (queryKey.length === 0 || this.client.isFetching({ queryKey }) === 0) {
        this.waiting.delete(text);
        void this.client.invalidateQueries({ queryKey });
      }
    }
    if (this.waiting.size > 0) {
      this.timer = setTimeout(this.stride, EVERY);
    }
  };
}
