import { useEffect, useEffectEvent } from "react";

/** Runs something when a key is pressed together with Ctrl, or with Cmd on a Mac. */
export function useShortcut(key: string, run: () => void): void {
  const pressed = useEffectEvent(run);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === key) {
        event.preventDefault();
        pressed();
      }
    };
    window.addEventListener("keydown", onKey);
    return () => {
      window.removeEventListener("keydown", onKey);
    };
  }, [key]);
}
