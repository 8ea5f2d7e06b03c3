import { createParser, type EventSourceMessage } from "eventsource-parser";

/** What has happened at the server, as `GET /api/v1/events/live` tells it. */
export interface LiveEvent {
  /** Its number; left out for a sample of a meter, which is not kept. */
  id?: number;
  kind: string;
  at: string;
  station: string | null;
  payload: Record<string, unknown>;
}

/** Refused: by a server that does not let whoever asks read it, or not any more. */
export type LiveState = "connecting" | "live" | "broken" | "refused";

const AGAIN_AFTER = 1_000;
/** Behind the server's signs of life, which come every 15 s. */
const SILENT_FOR = 40_000;

/**
 * The page's one stream of events. A stream that broke begins again behind the last event that was seen, so nothing that happened
 * meanwhile is lost; while it does not stand, it says so. The browser's EventSource would show neither signs of life nor a refusal.
 */
export class LiveFeed {
  private last: string | undefined;
  private state: LiveState = "connecting";
  private ending = new AbortController();
  private readonly listeners = new Set<(event: LiveEvent) => void>();
  private readonly watchers = new Set<() => void>();
  private readonly url: string;

  constructor(url = "/api/v1/events/live?meter=true") {
    this.url = url;
  }

  /** @returns ends it */
  start(): () => void {
    this.ending = new AbortController();
    this.state = "connecting";
    const { signal } = this.ending;
    void this.run(signal);
    return () => {
      this.ending.abort();
    };
  }

  /** @returns ends it */
  listen(listener: (event: LiveEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Of the state. @returns ends it */
  watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  current = (): LiveState => this.state;

  private async run(signal: AbortSignal): Promise<void> {
    for (;;) {
      try {
        await this.read(signal);
      } catch {
        // The server or the way to it is away, or silent.
      }
      if (signal.aborted || this.current() === "refused") {
        return;
      }
      this.is("broken");
      await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER * (1 + Math.random())));
    }
  }

  /** Returns when the stream ends. @throws when it breaks or is silent */
  private async read(signal: AbortSignal): Promise<void> {
    const silence = new AbortController();
    const either = AbortSignal.any([signal, silence.signal]);
    let timer = setTimeout(() => {
      silence.abort();
    }, SILENT_FOR);
    const heard = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        silence.abort();
      }, SILENT_FOR);
    };
    try {
      const headers: Record<string, string> = { Accept: "text/event-stream" };
      if (this.last !== undefined) {
        headers["Last-Event-ID"] = this.last;
      }
      const response = await fetch(this.url, { headers, signal: either });
      if (!response.ok || response.body === null) {
        if (response.status === 401 || response.status === 403) {
          this.is("refused");
        }
        return;
      }
      if (this.last === undefined && this.state === "broken") {
        this.missed(); // nothing was heard before the break, so nobody knows where to go on
      }
      this.is("live");
      const parser = createParser({ onEvent: (message) => { this.told(message); }, onComment: heard });
      for await (const text of textOf(response.body)) {
        heard();
        parser.feed(text);
      }
    } finally {
      clearTimeout(timer);
    }
  }

  private told(message: EventSourceMessage): void {
    if (message.event === "end") {
      this.is("refused");
      return;
    }
    if (message.id !== undefined && message.id !== "") {
      this.last = message.id;
    }
    if (message.event === "missed") {
      this.missed();
      return;
    }
    const event = eventOf(message);
    this.listeners.forEach((listener) => {
      listener(event);
    });
  }

  /** Has everything asked again. */
  private missed(): void {
    const event: LiveEvent = { kind: "missed", at: new Date().toISOString(), station: null, payload: {} };
    this.listeners.forEach((listener) => {
      listener(event);
    });
  }

  private is(state: LiveState): void {
    if (this.state !== state) {
      this.state = state;
      this.watchers.forEach((watcher) => {
        watcher();
      });
    }
  }
}

/** What a message says. A sample of a meter comes as it is, without what surrounds an event that is kept. */
export function eventOf({ event, data }: Pick<EventSourceMessage, "event" | "data">): LiveEvent {
  const said = JSON.parse(data) as Record<string, unknown>;
  if (typeof said["kind"] === "string") {
    return said as unknown as LiveEvent;
  }
  const { at, station } = said;
  return {
    kind: event ?? "message",
    at: typeof at === "string" ? at : new Date().toISOString(),
    station: typeof station === "string" ? station : null,
    payload: said,
  };
}

/** Not every browser lets one iterate over a stream. */
async function* textOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      return;
    }
    yield decoder.decode(value, { stream: true });
  }
}
