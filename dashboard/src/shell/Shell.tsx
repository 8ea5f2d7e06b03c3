import { Link, Outlet } from "@tanstack/react-router";
import { ArrowUpRight, BookOpen } from "lucide-react";
import { useMay } from "../signin/me";
import { Mark } from "./Mark";
import { pages } from "./pages";
import { Self } from "./Self";

const entry =
  "flex items-center gap-3 rounded-lg px-2.5 py-2 text-sm font-medium whitespace-nowrap text-muted transition-colors hover:bg-raised hover:text-ink";

/** What surrounds every page: the navigation, at the side or, on a narrow screen, above. */
export function Shell() {
  const may = useMay();
  return (
    <div className="flex min-h-dvh flex-col md:flex-row">
      <a
        href="#page"
        className="sr-only rounded-lg bg-surface px-4 py-2 focus:not-sr-only focus:absolute focus:top-3 focus:left-3 focus:z-10"
      >
        To the page
      </a>
      <header className="flex flex-wrap items-center gap-x-1 gap-y-1.5 border-b border-line bg-surface px-3 py-2 md:sticky md:top-0 md:h-dvh md:w-56 md:flex-col md:flex-nowrap md:items-stretch md:gap-4 md:border-r md:border-b-0 md:py-4">
        <Link to="/" className="mr-auto flex items-center gap-3 rounded-lg px-1.5 py-1" aria-label="Ohmstead, to its first page">
          <Mark />
          <span className="text-[1.05rem] font-semibold tracking-tight">Ohmstead</span>
        </Link>
        <nav aria-label="Pages" className="order-last flex basis-full gap-1 overflow-x-auto md:order-none md:flex-1 md:basis-auto md:flex-col">
          {pages.filter(({ needs }) => needs === undefined || may(needs)).map(({ path, name, icon: Icon }) => (
            <Link
              key={path}
              to={path}
              className={entry}
              activeOptions={{ exact: true }}
              activeProps={{ className: "bg-accent-soft !text-accent" }}
            >
              <Icon className="size-[1.15rem]" aria-hidden="true" />
              {name}
            </Link>
          ))}
        </nav>
        <a href="/docs/" className={entry}>
          <BookOpen className="size-[1.15rem]" aria-hidden="true" />
          API
          <ArrowUpRight className="ml-auto hidden size-4 opacity-60 md:block" aria-hidden="true" />
        </a>
        <Self />
      </header>
      <main id="page" className="min-w-0 flex-1">
        <Outlet />
      </main>
    </div>
  );
}
