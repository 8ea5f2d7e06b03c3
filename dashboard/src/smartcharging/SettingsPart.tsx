import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { useMay } from "../signin/me";
import { Answer } from "../ui/Answer";
import { Button } from "../ui/Button";
import { Facts } from "../ui/Facts";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { notify } from "../ui/notices";
import { Section } from "../ui/Section";
import { Checkbox, Select } from "../ui/Select";
import { settingsQuery } from "./queries";

/** By what limits are computed, and which of them the station takes. */
export function SettingsPart({ station }: { station: string }) {
  const { t } = useTranslation("smartcharging");
  const may = useMay();
  return (
    <Section title={t("part.settings")} about={t("settingsMore")}>
      <Answer of={useQuery(settingsQuery(station))}>
        {(settings) => (may("charging-profile.write") ? <SettingsForm key={JSON.stringify(settings)} station={station} now={settings} /> : <Shown of={settings} />)}
      </Answer>
    </Section>
  );
}

function Shown({ of }: { of: Model<"SmartCharging"> }) {
  const { t } = useTranslation("smartcharging");
  const yesNo = (is: boolean) => t(is ? "verbs:yes" : "verbs:no");
  return (
    <Facts
      of={[
        [t("voltage"), of.voltage],
        [t("phases"), of.phases],
        [t("onlyUnit"), of.unit ?? t("either")],
        [t("wholeNumbers"), yesNo(of.wholeNumbers)],
        [t("onlyStackLevel"), of.stackLevel],
        [t("answersNeeds"), yesNo(of.answersNeeds)],
      ]}
    />
  );
}

function SettingsForm({ station, now }: { station: string; now: Model<"SmartCharging"> }) {
  const { t } = useTranslation("smartcharging");
  const client = useQueryClient();
  const saving = useMutation({
    mutationFn: (body: Model<"SmartChargingBody">) =>
      answered(api.PUT("/api/v1/stations/{station}/smart-charging", { params: { path: { station } }, body })),
    onSuccess: async () => {
      notify("good", t("saved"));
      await client.invalidateQueries({ queryKey: ["smart-charging", station] });
    },
  });
  return (
    <Form
      error={saving.error}
      fields={["voltage", "phases", "unit", "stackLevel"]}
      onSend={(value) => {
        const unit = value("unit");
        saving.mutate({
          voltage: Number(value("voltage")),
          phases: Number(value("phases")),
          ...((unit === "A" || unit === "W") && { unit }),
          wholeNumbers: value("wholeNumbers") === "on",
          ...(value("stackLevel") !== "" && { stackLevel: Number(value("stackLevel")) }),
          answersNeeds: value("answersNeeds") === "on",
        });
      }}
      buttons={
        <Button type="submit" look="primary" className="self-start" disabled={saving.isPending}>
          {t("verbs:save")}
        </Button>
      }
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="voltage" label={t("voltage")} type="number" min={50} max={1000} required defaultValue={now.voltage} />
        <Field name="phases" label={t("phases")} type="number" min={1} max={3} required defaultValue={now.phases} />
        <Select
          name="unit"
          label={t("onlyUnit")}
          defaultValue={now.unit ?? ""}
          choices={[
            { value: "", text: t("either") },
            { value: "A", text: "A" },
            { value: "W", text: "W" },
          ]}
        />
        <Field name="stackLevel" label={t("onlyStackLevel")} type="number" min={0} defaultValue={now.stackLevel ?? ""} />
      </div>
      <Checkbox name="wholeNumbers" label={t("wholeNumbers")} defaultChecked={now.wholeNumbers} />
      <Checkbox name="answersNeeds" label={t("answersNeeds")} defaultChecked={now.answersNeeds} />
    </Form>
  );
}
