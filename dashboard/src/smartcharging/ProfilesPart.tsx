import { useInfiniteQuery } from "@tanstack/react-query";
import { Braces, ChartNoAxesGantt, Gauge, RefreshCw, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { useMay } from "../signin/me";
import { Button } from "../ui/Button";
import { Confirm } from "../ui/Confirm";
import { List } from "../ui/List";
import { Nothing } from "../ui/Nothing";
import { Narrow } from "../ui/Select";
import { useSearchState } from "../ui/useSearchState";
import { useVerb } from "../verbs/useVerb";
import { useVersion } from "../verbs/version";
import { ProfileDialog } from "./ProfileDialog";
import { useProfileColumns } from "./profileColumns";
import { profilesQuery } from "./queries";
import { RawProfile } from "./RawProfile";
import { SetLimit } from "./SetLimit";

const purposes = ["ChargingStationMaxProfile", "TxDefaultProfile", "TxProfile", "ChargingStationExternalConstraints", "PriorityCharging", "LocalGeneration"] as const;

type Task = "limit" | "raw" | "clear" | Model<"ChargingProfile">;

/** The charging profiles of a station, and what became of each. */
export function ProfilesPart({ station }: { station: string }) {
  const { t } = useTranslation("smartcharging");
  const may = useMay();
  const version = useVersion(station);
  const [search, change] = useSearchState();
  const [task, setTask] = useState<Task>();
  const profiles = useInfiniteQuery(profilesQuery(station, search));
  const stale = [["smart-charging", station]];
  const params = { path: { station } };
  const mayWrite = may("charging-profile.write");
  const refreshing = useVerb(() => answered(api.POST("/api/v1/stations/{station}/charging-profiles/refresh", { params })), stale);
  const clearing = useVerb(
    (number: number) => answered(api.DELETE("/api/v1/stations/{station}/charging-profiles/{number}", { params: { path: { station, number } } })),
    stale,
  );
  const clearingAll = useVerb(() => answered(api.DELETE("/api/v1/stations/{station}/charging-profiles", { params: { ...params, query: { all: true } } })), stale, true);
  const columns = useProfileColumns(setTask, mayWrite ? clearing.mutate : undefined);
  const close = () => {
    setTask(undefined);
  };
  const doing = (next: Task) => () => {
    setTask(next);
  };
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <Narrow
          label={t("verbs:state")}
          value={search.standing ?? ""}
          choices={[
            { value: "", text: t("standing") },
            { value: "all", text: t("history") },
          ]}
          onPick={(standing) => {
            change({ standing });
          }}
        />
        <Narrow
          label={t("purposeTitle")}
          value={search.purpose ?? ""}
          choices={[{ value: "", text: t("anyPurpose") }, ...purposes.map((each) => ({ value: each, text: t(`purpose.${each}`) }))]}
          onPick={(purpose) => {
            change({ purpose });
          }}
        />
        {mayWrite && (
          <>
            {version !== "1.6" && (
              <Button
                disabled={refreshing.isPending}
                onClick={() => {
                  refreshing.mutate();
                }}
              >
                <RefreshCw className={`size-4 ${refreshing.isPending ? "motion-safe:animate-spin" : ""}`} aria-hidden="true" />
                {t("compare")}
              </Button>
            )}
            <Button look="primary" onClick={doing("limit")}>
              <Gauge className="size-4" aria-hidden="true" />
              {t("setLimit")}
            </Button>
            <Button onClick={doing("raw")}>
              <Braces className="size-4" aria-hidden="true" />
              {t("rawProfile")}
            </Button>
            <Button onClick={doing("clear")}>
              <Trash2 className="size-4" aria-hidden="true" />
              {t("clearAll")}
            </Button>
          </>
        )}
      </div>
      <List
        of={profiles}
        label={t("part.profiles")}
        columns={columns}
        rowKey={({ id }) => String(id)}
        onOpen={setTask}
        nothing={
          <Nothing icon={ChartNoAxesGantt} title={t("nothing")}>
            {t("nothingMore")}
          </Nothing>
        }
      />
      {task === "limit" && <SetLimit station={station} onClose={close} />}
      {task === "raw" && <RawProfile station={station} onClose={close} />}
      {task === "clear" && (
        <Confirm title={t("clearAll")} action={t("clear")} isDanger run={() => clearingAll.mutateAsync()} onClose={close}>
          {t("clearAllMore")}
        </Confirm>
      )}
      {typeof task === "object" && <ProfileDialog profile={task} onClose={close} />}
    </>
  );
}
