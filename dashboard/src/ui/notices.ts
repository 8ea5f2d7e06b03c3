import type { Standing } from "./Status";

/** A word on what was done, at the edge of the page. */
export interface Notice {
  id: number;
  standing: Standing;
  text: string;
  more?: string;
}

const SHOWN_FOR = 6_000;

let notices: readonly Notice[] = [];
let next = 1;
const watchers = new Set<() => void>();

function set(all: readonly Notice[]): void {
  notices = all;
  watchers.forEach((watcher) => {
    watcher();
  });
}

export function dismiss(id: number): void {
  set(notices.filter((notice) => notice.id !== id));
}

/** Says it; what failed stays until it is closed. */
export function notify(standing: Standing, text: string, more?: string): void {
  const id = next++;
  set([...notices.slice(-3), { id, standing, text, ...(more !== undefined && { more }) }]);
  if (standing !== "bad") {
    setTimeout(() => {
      dismiss(id);
    }, SHOWN_FOR);
  }
}

export const currentNotices = (): readonly Notice[] => notices;

export function watchNotices(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
