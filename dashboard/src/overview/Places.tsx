import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { Card } from "../ui/Card";
import { Status } from "../ui/Status";
import { standingOf } from "./place";
import { placesQuery } from "./queries";

const StationMap = lazy(() => import("./StationMap"));

/** Where the stations are: a map, and the list beside it. */
export function Places() {
  const { t } = useTranslation("overview");
  const places = useQuery(placesQuery).data?.items;
  const [pointed, setPointed] = useState<string>();
  if (places === undefined || places.length === 0) {
    return null; // nobody has said where a station is
  }
  return (
    <Card>
      <h2 className="border-b border-line px-4 py-3 text-sm font-semibold">{t("map")}</h2>
      <div className="grid 2xl:grid-cols-[1fr_18rem]">
        <Suspense fallback={<div className="h-96" />}>
          <StationMap places={places} pointed={pointed} />
        </Suspense>
        <ul className="max-h-96 max-2xl:max-h-48 divide-y divide-line overflow-y-auto border-line max-2xl:border-t 2xl:border-l" tabIndex={0} aria-label={t("map")}>
          {places.slice(0, 500).map((place) => (
            <li key={place.identity}>
              <Link
                to="/stations/$station"
                params={{ station: place.identity }}
                className="flex items-center justify-between gap-3 px-4 py-2 text-sm hover:bg-raised"
                onMouseEnter={() => {
                  setPointed(place.identity);
                }}
                onFocus={() => {
                  setPointed(place.identity);
                }}
              >
                <span className="truncate">{place.identity}</span>
                <Status standing={standingOf(place)}>{t(`status.${place.status}`)}</Status>
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
}
