import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { useMay } from "../signin/me";
import { Buttons } from "../ui/Buttons";
import { Dialog } from "../ui/Dialog";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { Checkbox, Select } from "../ui/Select";
import { stationGroupsQuery } from "./queries";
import type { StationRow } from "./row";

const admissions = ["accepted", "pending", "rejected"] as const;
const versions = ["", "1.6", "2.0.1", "2.1"] as const;
const fields = ["identity", "name", "admission", "zone", "heartbeatIntervalSeconds", "defaultVersion", "groups", "address", "latitude", "longitude"];

/** What of the form is told the server: an empty field is null, which is the default. */
export function bodyFrom(value: (name: string) => string) {
  const text = (name: string) => value(name).trim() || null;
  const number = (name: string) => {
    const given = text(name);
    return given === null ? null : Number(given);
  };
  return {
    name: text("name"),
    admission: value("admission") as Model<"Admission">,
    strict: value("strict") === "on",
    zone: text("zone"),
    heartbeatIntervalSeconds: number("heartbeatIntervalSeconds"),
    defaultVersion: text("defaultVersion") as Model<"OcppVersion"> | null,
    address: text("address"),
    latitude: number("latitude"),
    longitude: number("longitude"),
  };
}

/** A new station, or what an operator decides about one. @param station absent: a new one */
export function StationForm({ station, onClose }: { station?: StationRow; onClose: () => void }) {
  const { t } = useTranslation("stations");
  const client = useQueryClient();
  const navigate = useNavigate();
  const may = useMay();
  const groups = useQuery({ ...stationGroupsQuery, enabled: station === undefined && may("station-group.read") }).data ?? [];
  const saving = useMutation({
    mutationFn: (value: (name: string) => string) => {
      const body = bodyFrom(value);
      if (station !== undefined) {
        return answered(api.PATCH("/api/v1/stations/{station}", { params: { path: { station: station.identity } }, body }));
      }
      const group = value("groups");
      return answered(api.POST("/api/v1/stations", { body: { ...body, identity: value("identity").trim(), ...(group !== "" && { groups: [Number(group)] }) } }));
    },
    onSuccess: async ({ identity }) => {
      await client.invalidateQueries({ queryKey: ["stations"] });
      onClose();
      if (station === undefined) {
        await navigate({ to: "/stations/$station", params: { station: identity } });
      }
    },
  });
  return (
    <Dialog title={station === undefined ? t("create") : t("editOf", { station: station.identity })} onClose={onClose}>
      <Form
        error={saving.error}
        fields={fields}
        onSend={(value) => {
          saving.mutate(value);
        }}
        buttons={<Buttons action={station === undefined ? t("createIt") : t("save")} isRunning={saving.isPending} onCancel={onClose} />}
      >
        {station === undefined && <Field name="identity" label={t("identity")} hint={t("identityHint")} required maxLength={48} autoFocus autoComplete="off" spellCheck={false} />}
        <Field name="name" label={t("name")} defaultValue={station?.name ?? ""} maxLength={100} autoComplete="off" />
        <Select
          name="admission"
          label={t("admission")}
          hint={t("admissionHint")}
          defaultValue={station?.admission ?? "accepted"}
          choices={admissions.map((value) => ({ value, text: t(`admissions.${value}`) }))}
        />
        {groups.length > 0 && (
          <Select name="groups" label={t("group")} choices={[{ value: "", text: t("noGroup") }, ...groups.map(({ id, name }) => ({ value: String(id), text: name }))]} />
        )}
        <Field name="address" label={t("address")} defaultValue={station?.address ?? ""} maxLength={200} autoComplete="off" />
        <div className="grid grid-cols-2 gap-4">
          <Field name="latitude" label={t("latitude")} type="number" step="any" min={-90} max={90} placeholder="52.52" defaultValue={station?.latitude ?? ""} />
          <Field name="longitude" label={t("longitude")} type="number" step="any" min={-180} max={180} placeholder="13.405" defaultValue={station?.longitude ?? ""} />
        </div>
        <Field name="zone" label={t("zone")} hint={t("zoneHint")} defaultValue={station?.zone ?? ""} placeholder={t("zoneExample")} autoComplete="off" />
        <Field name="heartbeatIntervalSeconds" label={t("heartbeat")} hint={t("heartbeatHint")} type="number" min={0} defaultValue={station?.heartbeatIntervalSeconds ?? ""} />
        <Select
          name="defaultVersion"
          label={t("defaultVersion")}
          hint={t("defaultVersionHint")}
          defaultValue={station?.defaultVersion ?? ""}
          choices={versions.map((value) => ({ value, text: value === "" ? t("asServer") : value }))}
        />
        <Checkbox name="strict" label={t("strict")} hint={t("strictHint")} defaultChecked={station?.strict ?? false} />
      </Form>
    </Dialog>
  );
}
