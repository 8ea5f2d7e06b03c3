import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, api } from "../api/client";
import { useMay } from "../signin/me";
import { Buttons } from "../ui/Buttons";
import { Dialog } from "../ui/Dialog";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { notify } from "../ui/notices";
import { Select, TextArea } from "../ui/Select";
import { OrderFields, orderFields } from "./OrderFields";
import { campaignOf, identitiesOf } from "./order";
import { groupsQuery, stationsLike } from "./queries";

/** Which stations get which firmware, and how carefully. */
export function NewCampaign({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("firmware");
  const may = useMay();
  const client = useQueryClient();
  const navigate = useNavigate();
  const groups = useQuery({ ...groupsQuery, enabled: may("station-group.read") }).data ?? [];
  const [which, setWhich] = useState("written");
  const creating = useMutation({
    mutationFn: async (value: (name: string) => string) => {
      const stations =
        which === "written" ? identitiesOf(value("identities")) : which === "matching" ? await stationsLike(value("q").trim()) : undefined;
      if (stations?.length === 0) {
        throw new Error(t("noneMatch"));
      }
      return answered(api.POST("/api/v1/firmware-campaigns", { body: campaignOf(value, stations) }));
    },
    onSuccess: async ({ id }) => {
      notify("good", t("created"));
      await client.invalidateQueries({ queryKey: ["firmware", "campaigns"] });
      await navigate({ to: "/firmware/$campaign", params: { campaign: String(id) } });
    },
  });
  return (
    <Dialog title={t("newCampaign")} onClose={onClose} isWide>
      <Form
        error={creating.error}
        fields={["name", "canary", "waveSize", "parallel", "haltAtPercent", "pause", ...orderFields]}
        onSend={(value) => {
          creating.mutate(value);
        }}
        buttons={<Buttons action={t("start")} isRunning={creating.isPending} onCancel={onClose} />}
      >
        <Field name="name" label={t("name")} required maxLength={100} autoFocus />
        <Select
          name="stations"
          label={t("stations")}
          value={which}
          onChange={(event) => {
            setWhich(event.target.value);
          }}
          choices={[
            { value: "written", text: t("chosen") },
            { value: "matching", text: t("matching") },
            ...groups.map(({ id, name, stations }) => ({ value: `group:${id}`, text: `${t("group", { name })} (${stations})` })),
          ]}
        />
        {which === "written" && <TextArea name="identities" label={t("identities")} rows={4} required spellCheck={false} className="font-mono" />}
        {which === "matching" && <Field name="q" label={t("matching")} hint={t("searchHint")} required />}
        <OrderFields />
        <div className="grid grid-cols-2 gap-4 sm:grid-cols-3">
          <Field name="canary" label={t("canary")} type="number" min={1} defaultValue={1} required />
          <Field name="waveSize" label={t("waveSize")} type="number" min={1} defaultValue={50} required />
          <Field name="parallel" label={t("parallel")} type="number" min={1} defaultValue={20} required />
          <Field name="haltAtPercent" label={t("haltAt")} type="number" min={1} max={100} defaultValue={20} required />
          <Field name="pause" label={t("pause")} type="number" min={0} defaultValue={0} required />
        </div>
      </Form>
    </Dialog>
  );
}
