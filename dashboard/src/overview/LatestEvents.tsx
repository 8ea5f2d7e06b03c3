import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { rowsOf } from "../api/list";
import { EventRow } from "../events/EventRow";
import { Failed } from "../ui/Answer";
import { Card } from "../ui/Card";
import { Waiting } from "../ui/Waiting";
import { latestEventsQuery } from "./queries";

/** What has changed in the last hour. */
export function LatestEvents() {
  const { t } = useTranslation("overview");
  const events = useInfiniteQuery(latestEventsQuery);
  const rows = rowsOf(events.data);
  if (events.isError && events.data === undefined) {
    return <Failed error={events.error} onAgain={() => void events.refetch()} />;
  }
  return (
    <Card>
      <h2 className="flex items-baseline justify-between border-b border-line px-4 py-3 text-sm font-semibold">
        {t("lastHour")}
        <Link to="/events" className="text-xs font-normal text-muted hover:text-ink hover:underline">
          {t("allEvents")}
        </Link>
      </h2>
      {events.isPending && (
        <p className="px-4 py-3">
          <Waiting className="w-2/3" />
        </p>
      )}
      {events.data !== undefined && rows.length === 0 && <p className="px-4 py-8 text-center text-sm text-muted">{t("nothingHappened")}</p>}
      <ul className="max-h-[44rem] divide-y divide-line overflow-y-auto" tabIndex={0} aria-label={t("lastHour")}>
        {rows.map((event) => (
          <EventRow key={event.id} event={event} />
        ))}
      </ul>
    </Card>
  );
}
