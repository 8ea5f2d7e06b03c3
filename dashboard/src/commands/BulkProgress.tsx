import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Download, Square } from "lucide-react";
import { useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { useFormat } from "../i18n/format";
import { useStream } from "../live/useStream";
import { useMay } from "../signin/me";
import { Answer } from "../ui/Answer";
import { Button } from "../ui/Button";
import { downloadCsv } from "../ui/download";
import { List } from "../ui/List";
import { Progress } from "../ui/Progress";
import { Status } from "../ui/Status";
import type { Column } from "../ui/table";
import { useAction } from "../ui/useAction";
import { outcomeStandings } from "./outcome";
import { OutcomeWords } from "./Outcome";
import { bulkCommandQuery, bulkStationsQuery } from "./queries";

/** So often at most the stations are asked for again, however fast they have their turns. In milliseconds. */
const EVERY = 1000;

const isOver = ({ state, open }: Model<"BulkCommand">) => (state === "ended" || state === "stopped") && open === 0;

/** How far a command for many stations has come, and what each of them said. */
export function BulkProgress({ id }: { id: number }) {
  const { t } = useTranslation("commands");
  const client = useQueryClient();
  const bulk = useQuery(bulkCommandQuery(id));
  const again = useRef<ReturnType<typeof setTimeout>>(undefined);
  useStream(bulk.data === undefined || isOver(bulk.data) ? null : `/api/v1/commands/bulk/${id}/live`, {
    on: {
      progress: (data) => {
        client.setQueryData(bulkCommandQuery(id).queryKey, JSON.parse(data) as Model<"BulkCommand">);
        again.current ??= setTimeout(() => {
          again.current = undefined;
          void client.invalidateQueries({ queryKey: bulkStationsQuery(id).queryKey });
        }, EVERY);
      },
    },
  });
  const download = useAction(() => downloadCsv(`/api/v1/commands/bulk/${id}/stations`, {}, `bulk-command-${id}.csv`), t("bulk.downloaded"));
  const stop = useAction(
    () => answered(api.POST("/api/v1/commands/bulk/{id}/stop", { params: { path: { id } } })),
    t("bulk.stopped"),
    [["bulk-commands"]],
  );
  const may = useMay();
  return (
    <Answer of={bulk}>
      {(now) => (
        <div className="flex flex-col gap-4">
          <Bar of={now} />
          <Stations id={id} />
          <div className="flex flex-wrap gap-2">
            <Button disabled={download.isPending} onClick={() => { download.mutate(); }}>
              <Download className="size-4" aria-hidden="true" />
              {t("bulk.csv")}
            </Button>
            {now.state === "running" && may("station.command") && (
              <Button disabled={stop.isPending} onClick={() => { stop.mutate(); }}>
                <Square className="size-4" aria-hidden="true" />
                {t("bulk.stop")}
              </Button>
            )}
          </div>
        </div>
      )}
    </Answer>
  );
}

function Bar({ of }: { of: Model<"BulkCommand"> }) {
  const { t } = useTranslation("commands");
  const format = useFormat();
  const outcomes = Object.entries(of.outcomes) as [Model<"CommandOutcome">, number][];
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap justify-between gap-x-4 text-sm">
        <span>
          <span className="font-medium">{of.action}</span> · {t(`bulk.state.${of.state}`)}
        </span>
        <span className="text-muted">{t("bulk.done", { done: format.count(of.done), all: format.count(of.stations) })}</span>
      </div>
      <Progress label={t("bulk.progress")} value={of.done} max={of.stations} />
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-xs">
        {outcomes.map(([outcome, count]) => (
          <Status key={outcome} standing={outcomeStandings[outcome]}>{`${t(`outcome.${outcome}`)} ${count}`}</Status>
        ))}
        {of.refused > 0 && <Status standing="warn">{`${t("bulk.refused")} ${of.refused}`}</Status>}
        {of.open > 0 && <Status standing="waiting">{`${t("bulk.open")} ${of.open}`}</Status>}
      </p>
    </div>
  );
}

function Stations({ id }: { id: number }) {
  const { t } = useTranslation("commands");
  const stations = useInfiniteQuery(bulkStationsQuery(id));
  const columns = useMemo(
    (): Column<Model<"BulkCommandStation">>[] => [
      {
        id: "station",
        title: t("station"),
        cell: ({ station }) => (
          <Link to="/stations/$station" params={{ station }} className="block truncate font-medium hover:underline">
            {station}
          </Link>
        ),
      },
      {
        id: "outcome",
        title: t("outcomeTitle"),
        cell: ({ state, outcome, status, refusal, doneAt }) =>
          refusal !== undefined ? (
            <Status standing="warn">{t("bulk.refused")}</Status>
          ) : doneAt === undefined && state === undefined ? (
            <Status standing="idle">{t("bulk.notYet")}</Status>
          ) : (
            <OutcomeWords state={state ?? "sent"} outcome={outcome} status={status} />
          ),
      },
      {
        id: "text",
        title: t("said"),
        from: "sm",
        width: "1.5fr",
        cell: ({ text, refusal }) => (
          <span className="block truncate text-muted" title={refusal ?? text}>
            {refusal ?? text}
          </span>
        ),
      },
    ],
    [t],
  );
  return <List label={t("bulk.results")} of={stations} columns={columns} rowKey={({ place }) => String(place)} isShort />;
}
