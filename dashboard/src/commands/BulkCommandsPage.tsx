import { useInfiniteQuery } from "@tanstack/react-query";
import { Layers } from "lucide-react";
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Model } from "../api/client";
import { rowsOf } from "../api/list";
import { useFormat } from "../i18n/format";
import { Ago } from "../ui/Ago";
import { Beside } from "../ui/Beside";
import { List } from "../ui/List";
import { Nothing } from "../ui/Nothing";
import { Page } from "../ui/Page";
import { Progress } from "../ui/Progress";
import { Status, type Standing } from "../ui/Status";
import type { Column } from "../ui/table";
import { useSearchState } from "../ui/useSearchState";
import { BulkProgress } from "./BulkProgress";
import { CommandTabs } from "./CommandTabs";
import { bulkCommandsQuery } from "./queries";

type Bulk = Model<"BulkCommand">;

const standings: Record<Model<"BulkCommandState">, Standing> = { running: "busy", stopping: "waiting", ended: "good", stopped: "off" };

/** Commands that were sent to many stations at once, and how far they have come. */
export function BulkCommandsPage() {
  const { t } = useTranslation("commands");
  const [search, change] = useSearchState();
  const bulk = useInfiniteQuery({
    ...bulkCommandsQuery,
    // No event tells how far one has come.
    refetchInterval: ({ state }) => (rowsOf<Bulk>(state.data).some(({ state: now, open }) => now === "running" || now === "stopping" || open > 0) ? 10_000 : false),
  });
  const open = useCallback((id: number) => { change({ bulk: String(id) }); }, [change]);
  const columns = useBulkColumns(open);
  const chosen = Number(search.bulk);
  return (
    <Page title={t("navigation")} isWide>
      <CommandTabs />
      <Beside
        title={t("commandNumber", { id: chosen })}
        details={Number.isInteger(chosen) && chosen > 0 ? <BulkProgress key={chosen} id={chosen} /> : null}
        onClose={() => { change({ bulk: undefined }); }}
      >
        <List
          label={t("many")}
          of={bulk}
          columns={columns}
          rowKey={({ id }) => String(id)}
          onOpen={({ id }) => { open(id); }}
          nothing={
            <Nothing icon={Layers} title={t("bulk.none")}>
              {t("bulk.noneMore")}
            </Nothing>
          }
        />
      </Beside>
    </Page>
  );
}

function useBulkColumns(onOpen: (id: number) => void): Column<Bulk>[] {
  const { t } = useTranslation("commands");
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: "action",
        title: t("action"),
        width: "1.2fr",
        cell: ({ id, action }) => (
          <button type="button" className="block max-w-full truncate font-medium hover:underline" onClick={() => { onOpen(id); }}>
            {action}
          </button>
        ),
      },
      { id: "state", title: t("stateTitle"), width: "8rem", cell: ({ state }) => <Status standing={standings[state]}>{t(`bulk.state.${state}`)}</Status> },
      {
        id: "done",
        title: t("bulk.progress"),
        from: "sm",
        width: "11rem",
        cell: ({ done, stations }) => (
          <span className="flex items-center gap-2">
            <Progress label={t("bulk.progress")} value={done} max={stations} className="w-16" />
            {`${format.count(done)} / ${format.count(stations)}`}
          </span>
        ),
      },
      {
        id: "failed",
        title: t("bulk.failed"),
        from: "md",
        isNumber: true,
        width: "6rem",
        cell: ({ outcomes, refused }) => format.count(Object.entries(outcomes).reduce((sum, [outcome, count]) => (outcome === "answered" ? sum : sum + count), refused)),
      },
      { id: "actor", title: t("actor"), from: "lg", cell: ({ actor }) => <span className="block truncate text-muted">{actor}</span> },
      { id: "at", title: t("acceptedAt"), from: "md", width: "7.5rem", cell: ({ createdAt }) => <Ago at={createdAt} /> },
    ],
    [t, format, onOpen],
  );
}
