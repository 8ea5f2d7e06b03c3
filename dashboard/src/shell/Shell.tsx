import { Outlet, useLocation } from "@tanstack/react-router";
import { Menu as MenuIcon, Search } from "lucide-react";
import { lazy, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Live } from "../live/Live";
import { Notices } from "../ui/Notices";
import { LiveSign } from "./LiveSign";
import { Mark } from "./Mark";
import { Navigation } from "./Navigation";
import { Self } from "./Self";
import { useShortcut } from "./useShortcut";

const loadPalette = async () => ({ default: (await import("./Palette")).Palette });
const Palette = lazy(loadPalette);

/** What surrounds every page: the navigation at the side or, on a narrow screen, behind a button; the search; how live it is. */
export function Shell() {
  const { t } = useTranslation("shell");
  const [isSearching, setSearching] = useState(false);
  const { pathname } = useLocation();
  const [openedAt, setOpenedAt] = useState<string>();
  const isOpen = openedAt === pathname; // another page closes it
  useEffect(() => {
    void loadPalette(); // behind the page, so that it is there when somebody types
  }, []);
  useShortcut("k", () => {
    setSearching(true);
  });
  return (
    <Live>
      <div className="flex min-h-dvh flex-col md:flex-row">
        <a
          href="#page"
          className="sr-only rounded-lg bg-surface px-4 py-2 focus:not-sr-only focus:absolute focus:top-3 focus:left-3 focus:z-20"
        >
          {t("toPage")}
        </a>
        <header className="sticky top-0 z-20 flex flex-wrap items-center gap-2 border-b border-line bg-surface px-3 py-2 md:h-dvh md:w-56 md:shrink-0 md:flex-col md:flex-nowrap md:items-stretch md:gap-3 md:border-r md:border-b-0 md:py-4">
          <div className="mr-auto flex items-center gap-2.5 px-1.5 md:mr-0">
            <Mark className="size-7" />
            <span className="text-base font-semibold tracking-tight">Ohmstead</span>
            <LiveSign />
          </div>
          <button
            type="button"
            onClick={() => {
              setSearching(true);
            }}
            className="flex items-center gap-2 rounded-lg border border-line bg-ground px-2.5 py-1.5 text-sm text-muted hover:text-ink"
          >
            <Search className="size-4" aria-hidden="true" />
            <span className="max-md:sr-only">{t("search")}</span>
            <kbd className="ml-auto rounded border border-line px-1.5 font-sans text-xs max-md:hidden">Ctrl K</kbd>
          </button>
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls="navigation"
            onClick={() => {
              setOpenedAt(isOpen ? undefined : pathname);
            }}
            className="rounded-lg p-2 text-muted hover:bg-raised md:hidden"
          >
            <MenuIcon className="size-5" aria-hidden="true" />
            <span className="sr-only">{t("navigation")}</span>
          </button>
          <div id="navigation" className={`min-h-0 flex-1 md:block md:overflow-y-auto ${isOpen ? "order-last basis-full" : "max-md:hidden"}`}>
            <Navigation />
          </div>
          <Self />
        </header>
        <main id="page" tabIndex={-1} className="min-w-0 flex-1 outline-none">
          <Outlet />
        </main>
      </div>
      {isSearching && (
        <Suspense>
          <Palette
            onClose={() => {
              setSearching(false);
            }}
          />
        </Suspense>
      )}
      <Notices />
    </Live>
  );
}
