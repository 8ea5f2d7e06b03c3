import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { ArrowLeft, Pause, Play, Square } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { imagesQuery } from "../files/queries";
import { useFormat } from "../i18n/format";
import { useMay } from "../signin/me";
import { Ago } from "../ui/Ago";
import { Answer } from "../ui/Answer";
import { Button } from "../ui/Button";
import { Card } from "../ui/Card";
import { Confirm } from "../ui/Confirm";
import { Facts } from "../ui/Facts";
import { List } from "../ui/List";
import { Page } from "../ui/Page";
import { Status } from "../ui/Status";
import { useAction } from "../ui/useAction";
import { Progress } from "./Progress";
import { campaignQuery, campaignStationsQuery } from "./queries";
import { campaignStandings, taskStandings, turnStandings } from "./words";

/** One campaign: how far it has come, and how each of its stations stands. */
export function CampaignPage() {
  const { campaign = "" }: { campaign?: string } = useParams({ strict: false });
  const { t } = useTranslation("firmware");
  const id = Number(campaign);
  const query = useQuery(campaignQuery(id));
  return (
    <Page title={query.data?.name ?? t("campaign")} isWide action={query.data && <Actions campaign={query.data} />}>
      <Link to="/firmware" className="-mt-3 inline-flex items-center gap-1.5 self-start text-sm text-muted hover:text-ink">
        <ArrowLeft className="size-4" aria-hidden="true" />
        {t("backToAll")}
      </Link>
      <Answer of={query}>
        {(found) => (
          <>
            <Overview campaign={found} />
            <Turns id={id} />
          </>
        )}
      </Answer>
    </Page>
  );
}

function Actions({ campaign: { id, state } }: { campaign: Model<"FirmwareCampaign"> }) {
  const { t } = useTranslation("firmware");
  const may = useMay();
  const [isStopping, setStopping] = useState(false);
  const params = { path: { id } };
  const stale = [["firmware", "campaigns"]];
  const pausing = useAction(() => answered(api.POST("/api/v1/firmware-campaigns/{id}/pause", { params })), t("paused"), stale);
  const resuming = useAction(() => answered(api.POST("/api/v1/firmware-campaigns/{id}/resume", { params })), t("resumed"), stale);
  const stopping = useAction(() => answered(api.POST("/api/v1/firmware-campaigns/{id}/stop", { params })), t("campaignState.stopped"), stale);
  const isOver = state === "stopped" || state === "ended";
  if (!may("firmware.write") || isOver) {
    return null;
  }
  return (
    <>
      {state === "running" ? (
        <Button
          onClick={() => {
            pausing.mutate();
          }}
        >
          <Pause className="size-4" aria-hidden="true" />
          {t("pauseIt")}
        </Button>
      ) : (
        <Button
          look="primary"
          onClick={() => {
            resuming.mutate();
          }}
        >
          <Play className="size-4" aria-hidden="true" />
          {t("resume")}
        </Button>
      )}
      <Button
        onClick={() => {
          setStopping(true);
        }}
      >
        <Square className="size-4" aria-hidden="true" />
        {t("stop")}
      </Button>
      {isStopping && (
        <Confirm
          title={t("stop")}
          action={t("stop")}
          isDanger
          run={() => stopping.mutateAsync()}
          onClose={() => {
            setStopping(false);
          }}
        >
          {t("stopMore")}
        </Confirm>
      )}
    </>
  );
}

const counts = ["waiting", "running", "installed", "failed", "skipped"] as const;

function Overview({ campaign }: { campaign: Model<"FirmwareCampaign"> }) {
  const { t } = useTranslation("firmware");
  const format = useFormat();
  const may = useMay();
  const { state, reason, progress, firmware } = campaign;
  const image = useQuery({ ...imagesQuery, enabled: may("file.read") }).data?.find(({ id }) => id === firmware.file);
  return (
    <Card className="grid gap-6 p-5 md:grid-cols-2">
      <div className="flex flex-col gap-4">
        <p className="text-sm">
          <Status standing={campaignStandings[state]}>{t(`campaignState.${state}`)}</Status>
          {reason !== null && <span className="block text-muted">{reason}</span>}
        </p>
        <Progress of={progress} />
        <dl className="grid grid-cols-3 gap-3 sm:grid-cols-5">
          {counts.map((each) => (
            <div key={each}>
              <dt className="text-xs text-muted">{t(`count.${each}`)}</dt>
              <dd className={`text-lg font-semibold ${each === "failed" && progress.failed > 0 ? "text-bad" : ""}`}>{format.count(progress[each])}</dd>
            </div>
          ))}
        </dl>
      </div>
      <Facts
        of={[
          [t("wave"), campaign.wave === 0 ? t("canaryWave") : campaign.wave + 1],
          [t("canary"), campaign.canary],
          [t("waveSize"), campaign.waveSize],
          [t("parallel"), campaign.parallel],
          [t("haltAt"), campaign.haltAtPercent],
          [t("image"), firmware.file == null ? firmware.location : (image?.name ?? firmware.file)],
          [t("files:version"), image?.version],
          [t("verbs:by"), campaign.createdBy],
          [t("verbs:at"), format.moment(campaign.createdAt)],
        ]}
      />
    </Card>
  );
}

function Turns({ id }: { id: number }) {
  const { t } = useTranslation("firmware");
  return (
    <List
      of={useInfiniteQuery(campaignStationsQuery(id))}
      label={t("stations")}
      rowKey={({ station }) => station}
      columns={[
        {
          id: "station",
          title: t("verbs:station"),
          cell: ({ station, update }) => (
            <Link
              to="/stations/$station/firmware"
              params={{ station }}
              {...(update !== null && { search: { task: String(update) } })}
              className="font-medium hover:underline"
            >
              {station}
            </Link>
          ),
        },
        { id: "wave", title: t("wave"), width: "5rem", from: "sm", cell: ({ wave }) => (wave === 0 ? t("canaryWave") : wave + 1) },
        { id: "state", title: t("verbs:state"), cell: ({ state }) => <Status standing={turnStandings[state]}>{t(`count.${state}`)}</Status> },
        {
          id: "update",
          title: t("part.updates"),
          from: "md",
          cell: ({ updateState }) => updateState !== null && <Status standing={taskStandings[updateState]}>{t(`status.${updateState}`)}</Status>,
        },
        { id: "reason", title: t("reason"), width: "1.5fr", from: "md", cell: ({ reason }) => <span title={reason ?? ""}>{reason}</span> },
        { id: "at", title: t("verbs:at"), width: "6.5rem", from: "sm", cell: ({ updatedAt }) => <Ago at={updatedAt} /> },
      ]}
    />
  );
}
