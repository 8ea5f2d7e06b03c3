import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ListChecks, RefreshCw, UploadCloud } from "lucide-react";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { useFormat } from "../i18n/format";
import { useMay } from "../signin/me";
import { StationPage } from "../stations/StationPage";
import { Ago } from "../ui/Ago";
import { Answer } from "../ui/Answer";
import { Button } from "../ui/Button";
import { Card } from "../ui/Card";
import { Facts } from "../ui/Facts";
import { List } from "../ui/List";
import { Nothing } from "../ui/Nothing";
import { notify } from "../ui/notices";
import { Status, type Standing } from "../ui/Status";
import { notifyFailure } from "../verbs/notifyFailure";
import { useStation } from "../stations/useStation";
import { useVerb } from "../verbs/useVerb";
import { entriesQuery, localListQuery } from "./queries";
import { Wishes } from "./Wishes";

/** The list of tokens that a station keeps for itself. */
export function LocalListPage() {
  const station = useStation();
  const { t } = useTranslation("locallist");
  const may = useMay();
  return (
    <StationPage station={station}>
      <p className="text-sm text-muted">{t("about")}</p>
      <Answer of={useQuery(localListQuery(station))}>
        {(list) => (
          <>
            <Card className="grid gap-6 p-5 md:grid-cols-2">
              <Overview list={list} />
              <Wishes key={`${String(list.autoSyncOfStation)} ${list.whenTooMany}`} list={list} mayChange={may("local-list.write")} />
            </Card>
            {may("local-list.write") && <Actions station={station} />}
          </>
        )}
      </Answer>
      <Entries station={station} />
    </StationPage>
  );
}

function Overview({ list }: { list: Model<"LocalList"> }) {
  const { t } = useTranslation("locallist");
  const format = useFormat();
  const told = list.stationVersion;
  return (
    <div className="flex flex-col gap-4">
      <p className="text-sm">
        {list.due ? (
          <Status standing="waiting">{t("due")}</Status>
        ) : list.known ? (
          <Status standing="good">{t("inLine")}</Status>
        ) : (
          <span className="text-muted">{t("notKnown")}</span>
        )}
      </p>
      <Facts
        of={[
          [t("entries"), format.count(list.entries)],
          [t("version"), list.version === 0 ? t("emptyList") : list.version],
          [t("stationVersion"), told === null ? null : <>{told === -1 ? t("noList") : told === 0 ? t("emptyList") : told} · <Ago at={list.versionToldAt} /></>],
          [t("most"), list.most],
          [t("synced"), list.syncedAt && <Ago at={list.syncedAt} />],
          [
            t("result"),
            list.result && (
              <>
                {list.result} · <Ago at={list.resultAt} />
                {list.resultText !== null && <span className="block text-muted">{list.resultText}</span>}
              </>
            ),
          ],
        ]}
      />
    </div>
  );
}

const outcomes = {
  upToDate: "good",
  updated: "good",
  replaced: "good",
  notConnected: "waiting",
  notSupported: "blocked",
  failed: "bad",
  unknown: "warn",
} as const satisfies Record<Model<"LocalListSyncOutcome">, Standing>;

function Actions({ station }: { station: string }) {
  const { t } = useTranslation("locallist");
  const client = useQueryClient();
  const params = { path: { station } };
  const syncing = useMutation({
    mutationFn: (full: boolean) => answered(api.POST("/api/v1/stations/{station}/local-list/sync", { params, body: { full } })),
    onSuccess: async ({ outcome, text, put, removed }) => {
      notify(outcomes[outcome], t(`outcome.${outcome}`), text ?? t("numbers", { put, removed }));
      await client.invalidateQueries({ queryKey: ["local-list", station] });
    },
    onError: notifyFailure,
  });
  const asking = useVerb(() => answered(api.POST("/api/v1/stations/{station}/local-list/refresh", { params })), [["local-list", station]]);
  return (
    <div className="flex flex-wrap gap-2">
      <Button
        look="primary"
        disabled={syncing.isPending}
        onClick={() => {
          syncing.mutate(false);
        }}
      >
        <UploadCloud className="size-4" aria-hidden="true" />
        {t("sync")}
      </Button>
      <Button
        disabled={syncing.isPending}
        onClick={() => {
          syncing.mutate(true);
        }}
      >
        {t("syncFull")}
      </Button>
      <Button
        disabled={asking.isPending}
        onClick={() => {
          asking.mutate();
        }}
      >
        <RefreshCw className={`size-4 ${asking.isPending ? "motion-safe:animate-spin" : ""}`} aria-hidden="true" />
        {t("askVersion")}
      </Button>
    </div>
  );
}

function Entries({ station }: { station: string }) {
  const { t } = useTranslation("locallist");
  const format = useFormat();
  return (
    <List
      of={useInfiniteQuery(entriesQuery(station))}
      label={t("entries")}
      rowKey={({ token, tokenType }) => `${token} ${tokenType ?? ""}`}
      columns={[
        { id: "token", title: t("token"), cell: ({ token }) => <span className="font-medium">{token}</span> },
        { id: "type", title: t("type"), from: "sm", cell: ({ tokenType }) => tokenType ?? format.none },
        {
          id: "status",
          title: t("status"),
          cell: ({ status }) => <Status standing={status === "Accepted" ? "good" : status === "Blocked" ? "bad" : "warn"}>{status}</Status>,
        },
      ]}
      nothing={
        <Nothing icon={ListChecks} title={t("nothing")}>
          {t("nothingMore")}
        </Nothing>
      }
    />
  );
}
