import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { Plus, Tags, X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, api, done, type Model } from "../api/client";
import { rowsOf } from "../api/list";
import { groupsQuery } from "../groups/queries";
import { useFormat } from "../i18n/format";
import { useMay } from "../signin/me";
import { Ago } from "../ui/Ago";
import { Button } from "../ui/Button";
import { Buttons } from "../ui/Buttons";
import { Confirm } from "../ui/Confirm";
import { Dialog } from "../ui/Dialog";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { List } from "../ui/List";
import { Nothing } from "../ui/Nothing";
import { Select } from "../ui/Select";
import { assignmentsQuery, tariffsQuery } from "./queries";

/** For whom and where tariffs are. @param tariff only those of this one */
export function AssignmentsPart({ tariff }: { tariff?: number }) {
  const { t } = useTranslation("tariffs");
  const format = useFormat();
  const may = useMay();
  const client = useQueryClient();
  const [isNew, setNew] = useState(false);
  const [ending, setEnding] = useState<Model<"TariffAssignment">>();
  const assignments = useInfiniteQuery(assignmentsQuery(tariff, false));
  return (
    <>
      {may("tariff.write") && (
        <Button className="self-start" onClick={() => { setNew(true); }}>
          <Plus className="size-4" aria-hidden="true" />
          {t("assign")}
        </Button>
      )}
      <List
        of={assignments}
        label={t("assignments")}
        rowKey={({ id }) => String(id)}
        columns={[
          { id: "tariff", title: t("tariff"), cell: ({ tariffName }) => tariffName },
          { id: "target", title: t("target"), width: "2fr", cell: (row) => <TargetWords assignment={row} /> },
          { id: "since", title: t("since"), width: "8rem", from: "md", cell: ({ createdAt }) => <Ago at={createdAt} /> },
          { id: "by", title: t("by"), from: "lg", cell: ({ createdBy }) => createdBy },
          {
            id: "end",
            title: "",
            width: "3rem",
            cell: (row) =>
              may("tariff.write") && (
                <Button look="plain" aria-label={t("end.open")} title={t("end.open")} onClick={() => { setEnding(row); }}>
                  <X className="size-4" aria-hidden="true" />
                </Button>
              ),
          },
        ]}
        nothing={<Nothing icon={Tags} title={t("unassigned")}>{t("unassignedMore")}</Nothing>}
      />
      {isNew && <AssignForm {...(tariff !== undefined && { tariff })} onClose={() => { setNew(false); }} />}
      {ending && (
        <Confirm
          title={t("end.open")}
          action={t("end.action")}
          isDanger
          run={async () => {
            await done(api.DELETE("/api/v1/tariff-assignments/{id}", { params: { path: { id: ending.id } } }));
            await client.invalidateQueries({ queryKey: ["tariffs"] });
          }}
          onClose={() => { setEnding(undefined); }}
        >
          {t("end.more", { tariff: ending.tariffName, since: format.moment(ending.createdAt) })}
        </Confirm>
      )}
    </>
  );
}

/** What an assignment is for, in the language of whoever looks. */
export function TargetWords({ assignment }: { assignment: Model<"TariffAssignment"> }) {
  const { t } = useTranslation("tariffs");
  const { token, tokenGroup, station, evse, stationGroup, connectorType } = assignment;
  const whom = token ? t("for.token", { token }) : tokenGroup ? t("for.tokenGroup", { group: tokenGroup }) : t("for.everybody");
  const where = station
    ? typeof evse === "number"
      ? t("for.evse", { station, evse })
      : t("for.station", { station })
    : stationGroup
      ? t("for.group", { group: stationGroup.name })
      : t("for.everywhere");
  return <>{[whom, where, ...(connectorType ? [connectorType] : [])].join(" · ")}</>;
}

function AssignForm({ tariff, onClose }: { tariff?: number; onClose: () => void }) {
  const { t } = useTranslation("tariffs");
  const may = useMay();
  const client = useQueryClient();
  const tariffs = useInfiniteQuery(tariffsQuery(undefined, false)).data;
  const groups = useInfiniteQuery({ ...groupsQuery(), enabled: may("station-group.read") }).data;
  const saving = useMutation({
    mutationFn: (body: Model<"TariffAssignmentBody">) => answered(api.POST("/api/v1/tariff-assignments", { body })),
    onSuccess: async () => {
      onClose();
      await client.invalidateQueries({ queryKey: ["tariffs"] });
    },
  });
  return (
    <Dialog title={t("assign")} onClose={onClose}>
      <Form
        error={saving.error}
        fields={["tariff", "stationGroup", "station", "evse", "connectorType", "tokenGroup", "token"]}
        onSend={(value) => {
          const text = (name: string) => value(name).trim() || null;
          const number = (name: string) => (text(name) === null ? null : Number(value(name)));
          saving.mutate({
            tariff: tariff ?? Number(value("tariff")),
            stationGroup: number("stationGroup"),
            station: text("station"),
            evse: number("evse"),
            connectorType: text("connectorType"),
            tokenGroup: text("tokenGroup"),
            token: text("token"),
          });
        }}
        buttons={<Buttons action={t("assign")} isRunning={saving.isPending} onCancel={onClose} />}
      >
        <p className="text-sm text-muted">{t("assignMore")}</p>
        {tariff === undefined && (
          <Select
            name="tariff"
            label={t("tariff")}
            choices={rowsOf(tariffs).map(({ id, name }) => ({ value: String(id), text: name }))}
          />
        )}
        <div className="grid gap-4 sm:grid-cols-2">
          <Select
            name="stationGroup"
            label={t("stationGroup")}
            choices={[
              { value: "", text: t("any") },
              ...rowsOf(groups).map(({ id, name }) => ({ value: String(id), text: name })),
            ]}
          />
          <Field name="station" label={t("station")} autoComplete="off" />
          <Field name="evse" label={t("evse")} type="number" min={1} />
          <Field name="connectorType" label={t("connectorType")} hint={t("connectorTypeHint")} autoComplete="off" />
          <Field name="tokenGroup" label={t("tokenGroup")} autoComplete="off" />
          <Field name="token" label={t("token")} autoComplete="off" />
        </div>
      </Form>
    </Dialog>
  );
}
