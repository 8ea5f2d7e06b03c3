import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { Buttons } from "../ui/Buttons";
import { Dialog } from "../ui/Dialog";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { Checkbox, Select } from "../ui/Select";
import { useVersion } from "../verbs/version";
import { useMonitorsAnswer } from "./useMonitorsAnswer";
import { monitorOf, monitorTypes, severities } from "./words";

/** What the station is to watch. */
export function SetMonitor({ station, onClose }: { station: string; onClose: () => void }) {
  const { t } = useTranslation("monitoring");
  const isNewest = useVersion(station) === "2.1";
  const setting = useMonitorsAnswer(
    station,
    (monitor: Model<"MonitorToSet">) =>
      answered(api.POST("/api/v1/stations/{station}/monitors", { params: { path: { station } }, body: { monitors: [monitor] } })),
    true,
  );
  return (
    <Dialog title={t("add")} onClose={onClose} isWide>
      <Form
        error={setting.error}
        fields={[]}
        onSend={(value) => {
          setting.mutate(monitorOf(value), { onSuccess: onClose });
        }}
        buttons={<Buttons action={t("verbs:send")} isRunning={setting.isPending} onCancel={onClose} />}
      >
        <div className="grid gap-4 sm:grid-cols-3">
          <Field name="component" label={t("component")} required autoFocus spellCheck={false} />
          <Field name="variable" label={t("variable")} required spellCheck={false} />
          <Field name="evse" label={t("verbs:evse")} type="number" min={1} />
          <Select
            name="type"
            label={t("typeTitle")}
            choices={monitorTypes.filter((each) => isNewest || !each.startsWith("Target")).map((each) => ({ value: each, text: t(`type.${each}`) }))}
          />
          <Field name="value" label={t("value")} type="number" step="any" required />
          <Select
            name="severity"
            label={t("severityTitle")}
            defaultValue="5"
            choices={severities.map((each) => ({ value: String(each), text: `${each} · ${t(`severity.${each}`)}` }))}
          />
        </div>
        {isNewest && <Field name="stream" label={t("stream")} type="number" min={1} />}
        <Checkbox name="transaction" label={t("onlyTransaction")} />
      </Form>
    </Dialog>
  );
}
