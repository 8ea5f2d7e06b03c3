import { useEffect, useState, type RefObject } from "react";

/** How wide an element is, in pixels; before it is drawn, how wide the page is. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(() => window.innerWidth);
  useEffect(() => {
    const seen = element.current;
    if (seen === null || typeof ResizeObserver === "undefined") {
      return;
    }
    const observer = new ResizeObserver(() => {
      setWidth(seen.clientWidth);
    });
    observer.observe(seen);
    return () => {
      observer.disconnect();
    };
  }, [element]);
  return width;
}
