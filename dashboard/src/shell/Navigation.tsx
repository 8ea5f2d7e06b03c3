import { Link } from "@tanstack/react-router";
import { ArrowUpRight, BookOpen } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMay } from "../signin/me";
import { areas, features, type NavigationEntry } from "./feature";

const look =
  "flex items-center gap-2.5 rounded-lg px-2.5 py-1.5 text-sm font-medium whitespace-nowrap text-muted transition-colors hover:bg-raised hover:text-ink";

const entries = features.flatMap((feature) => feature.navigation ?? []).sort((one, other) => one.order - other.order);

/** The entries that somebody has something to see behind. */
export function useEntries(): NavigationEntry[] {
  const may = useMay();
  return entries.filter(({ needs }) => needs === undefined || may(needs));
}

export function Navigation() {
  const { t } = useTranslation("shell");
  const seen = useEntries();
  return (
    <nav aria-label={t("pages")} className="flex flex-col gap-3">
      {areas
        .map((area) => ({ area, of: seen.filter((entry) => entry.area === area) }))
        .filter(({ area, of }) => of.length > 0 || area === "system")
        .map(({ area, of }) => (
          <div key={area} className="flex flex-col gap-px">
            <p className="px-2.5 pb-1 text-xs text-muted">{t(`area.${area}`)}</p>
            {of.map(({ path, text, icon: Icon }) => (
              <Link
                key={path}
                to={path}
                className={look}
                activeOptions={{ exact: path === "/", includeSearch: false }}
                activeProps={{ className: "bg-accent-soft !text-accent" }}
              >
                <Icon className="size-4" aria-hidden="true" />
                {t(text)}
              </Link>
            ))}
            {area === "system" && (
              <a href="/docs/" className={look}>
                <BookOpen className="size-4" aria-hidden="true" />
                {t("apiDocs")}
                <ArrowUpRight className="ml-auto size-3.5 opacity-60" aria-hidden="true" />
              </a>
            )}
          </div>
        ))}
    </nav>
  );
}
