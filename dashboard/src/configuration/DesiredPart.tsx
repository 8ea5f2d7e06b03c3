import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus, Target } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { useMay } from "../signin/me";
import { Answer } from "../ui/Answer";
import { Button } from "../ui/Button";
import { DataTable } from "../ui/DataTable";
import { MenuItem } from "../ui/Menu";
import { Nothing } from "../ui/Nothing";
import { RowMenu } from "../ui/RowMenu";
import { standings, Status } from "../ui/Status";
import { useAction } from "../ui/useAction";
import { notifyFailure } from "../verbs/notifyFailure";
import { AddDesired } from "./AddDesired";
import { desiredQuery, driftQuery } from "./queries";
import { Results } from "./Results";
import { driftStandings, withoutDesired } from "./values";

type Task = "add" | Model<"DesiredSetting">;

/** What a station is to be set to, by itself or by its groups, and where it is not. */
export function DesiredPart({ station }: { station: string }) {
  const { t } = useTranslation("configuration");
  const may = useMay();
  const client = useQueryClient();
  const drift = useQuery(driftQuery(station));
  const [task, setTask] = useState<Task>();
  const params = { path: { station } };
  const applying = useMutation({
    mutationFn: () => answered(api.POST("/api/v1/stations/{station}/configuration/desired/apply", { params })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["configuration", station] }),
    onError: notifyFailure,
  });
  const removing = useAction(
    async ({ name }: Model<"DesiredSetting">) => {
      const { settings } = await client.query({ ...desiredQuery(station), staleTime: 0 });
      const body = withoutDesired(settings, name);
      // An empty wish is none.
      return body.settings.length === 0
        ? answered(api.DELETE("/api/v1/stations/{station}/configuration/desired", { params, parseAs: "text" }))
        : answered(api.PUT("/api/v1/stations/{station}/configuration/desired", { params, body }));
    },
    t("saved"),
    [["configuration", station]],
  );
  return (
    <Answer of={drift}>
      {({ open, settings }) => (
        <>
          <div className="flex flex-wrap items-center justify-between gap-2">
            <p className="text-sm">
              {settings.length > 0 && (
                <Status standing={open === 0 ? "good" : "warn"}>{open === 0 ? t("allInLine") : t("open", { count: open })}</Status>
              )}
            </p>
            {may("configuration.write") && (
              <div className="flex flex-wrap gap-2">
                <Button
                  onClick={() => {
                    setTask("add");
                  }}
                >
                  <Plus className="size-4" aria-hidden="true" />
                  {t("add")}
                </Button>
                {settings.length > 0 && (
                  <Button
                    look="primary"
                    title={t("applyMore")}
                    disabled={applying.isPending}
                    onClick={() => {
                      applying.mutate();
                    }}
                  >
                    {t("apply")}
                  </Button>
                )}
              </div>
            )}
          </div>
          {applying.data && (
            <Results
              of={applying.data.results}
              onClose={() => {
                applying.reset();
              }}
            />
          )}
          <DriftTable settings={settings} mayWrite={may("configuration.write")} onChange={setTask} onRemove={removing.mutate} />
          {task !== undefined && (
            <AddDesired
              station={station}
              {...(task === "add" ? {} : task)}
              onClose={() => {
                setTask(undefined);
              }}
            />
          )}
        </>
      )}
    </Answer>
  );
}

interface TableProps {
  settings: Model<"ConfigurationDrift">[];
  mayWrite: boolean;
  onChange: (setting: Model<"DesiredSetting">) => void;
  onRemove: (setting: Model<"DesiredSetting">) => void;
}

function DriftTable({ settings, mayWrite, onChange, onRemove }: TableProps) {
  const { t } = useTranslation("configuration");
  return (
    <DataTable
      label={t("part.desired")}
      rows={settings}
      rowKey={({ wanted }) => wanted.name}
      columns={[
        { id: "name", title: t("name"), width: "1.5fr", cell: ({ wanted }) => <span title={wanted.name}>{wanted.name}</span> },
        {
          id: "wanted",
          title: t("wanted"),
          cell: ({ wanted, state }) => (
            <span title={wanted.value} className="flex items-center gap-2">
              <Sign state={state} />
              <span className="truncate">{wanted.value}</span>
            </span>
          ),
        },
        { id: "found", title: t("found"), from: "sm", cell: ({ found }) => found ?? <span className="text-muted italic">{t("empty")}</span> },
        {
          id: "state",
          title: t("state"),
          width: "10rem",
          from: "sm",
          cell: ({ state, lastWrite }) => (
            <span title={lastWrite?.reason ?? lastWrite?.result}>
              <Status standing={driftStandings[state]}>{t(`drift.${state}`)}</Status>
            </span>
          ),
        },
        { id: "enforce", title: t("enforced"), width: "7rem", from: "md", cell: ({ wanted }) => t(wanted.enforce ? "verbs:yes" : "verbs:no") },
        {
          id: "by",
          title: t("verbs:by"),
          from: "lg",
          cell: ({ wanted }) => (wanted.group === undefined ? wanted.wantedBy : t("ofGroup", { group: wanted.group })),
        },
        {
          id: "more",
          title: "",
          width: "2.25rem",
          cell: ({ wanted }) =>
            mayWrite &&
            wanted.group === undefined && (
              <RowMenu label={t("verbs:more", { what: wanted.name })}>
                <MenuItem
                  onPick={() => {
                    onChange(wanted);
                  }}
                >
                  {t("want")}
                </MenuItem>
                <MenuItem
                  isDanger
                  onPick={() => {
                    onRemove(wanted);
                  }}
                >
                  {t("verbs:remove")}
                </MenuItem>
              </RowMenu>
            ),
        },
      ]}
      nothing={
        <Nothing icon={Target} title={t("noDesired")}>
          {t("noDesiredMore")}
        </Nothing>
      }
    />
  );
}

/** On narrow pages, where no column says it. */
function Sign({ state }: { state: Model<"ConfigurationDriftState"> }) {
  const { t } = useTranslation("configuration");
  const { icon: Icon, look } = standings[driftStandings[state]];
  return (
    <span className="sm:hidden">
      <Icon className={`size-3.5 ${look}`} aria-hidden="true" />
      <span className="sr-only">{t(`drift.${state}`)}</span>
    </span>
  );
}
