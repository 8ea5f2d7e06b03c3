import { useEffect, useRef, type RefObject } from "react";

/** Scrolls what is chosen of a line of choices to its middle, where the line is wider than the page. @param selector of the chosen one */
export function useInView<Frame extends HTMLElement>(selector: string, chosen: string): RefObject<Frame | null> {
  const frame = useRef<Frame>(null);
  useEffect(() => {
    const { current: line } = frame;
    const found = line?.querySelector<HTMLElement>(selector);
    if (line && found) {
      line.scrollLeft = found.offsetLeft - line.offsetLeft - (line.clientWidth - found.offsetWidth) / 2;
    }
  }, [selector, chosen]);
  return frame;
}
