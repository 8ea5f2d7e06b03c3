import { Link, useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";

export interface Tab {
  name: string;
  /** Where it leads: each part of a page has an address of its own. */
  to: string;
  params?: Record<string, string>;
}

/** The parts of a page. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  const frame = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    const { current: nav } = frame;
    const chosen = nav?.querySelector<HTMLElement>("[aria-current=page]");
    if (nav && chosen) {
      nav.scrollLeft = chosen.offsetLeft - nav.offsetLeft - (nav.clientWidth - chosen.offsetWidth) / 2;
    }
  }, [pathname, tabs.length]);
  return (
    <nav ref={frame} aria-label={label} className="-mb-px flex gap-1 overflow-x-auto border-b border-line">
      {tabs.map(({ name, to, params }) => (
        <Link
          key={to}
          to={to}
          {...(params !== undefined && { params: params })}
          activeOptions={{ exact: true, includeSearch: false }}
          className="border-b-2 border-transparent px-3 py-2 text-sm font-medium whitespace-nowrap text-muted hover:text-ink"
          activeProps={{ className: "!border-accent !text-ink" }}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
