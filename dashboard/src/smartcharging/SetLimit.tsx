import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Buttons } from "../ui/Buttons";
import { Dialog } from "../ui/Dialog";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { Select } from "../ui/Select";
import { useEvses } from "../verbs/useEvses";
import { isBackwards, limitBody } from "./limit";
import { useSetProfile } from "./useSetProfile";

/** A limit for some time, which becomes a charging profile. */
export function SetLimit({ station, onClose }: { station: string; onClose: () => void }) {
  const { t } = useTranslation("smartcharging");
  const evses = useEvses(station);
  const setting = useSetProfile(station);
  const [wrong, setWrong] = useState<Error | null>(null);
  return (
    <Dialog title={t("setLimit")} onClose={onClose} isWide>
      <Form
        error={wrong ?? setting.error}
        fields={[]}
        onSend={(value) => {
          const form = {
            scope: value("scope"),
            limit: value("limit"),
            unit: value("unit"),
            from: value("from"),
            until: value("until"),
            stackLevel: value("stackLevel"),
          };
          const now = Date.now();
          if (isBackwards(form, now)) {
            setWrong(new Error(t("untilBeforeFrom")));
          } else {
            setWrong(null);
            setting.mutate(limitBody(form, now), { onSuccess: onClose });
          }
        }}
        buttons={<Buttons action={t("verbs:send")} isRunning={setting.isPending} onCancel={onClose} />}
      >
        <Select
          name="scope"
          label={t("forWhat")}
          choices={[
            { value: "station", text: t("scope.station") },
            { value: "each", text: t("scope.each") },
            ...evses.map((evse) => ({ value: String(evse), text: t("verbs:evseNumber", { number: evse }) })),
          ]}
        />
        <div className="grid grid-cols-[1fr_6rem] gap-4">
          <Field name="limit" label={t("limit")} type="number" min={0} step={0.1} required autoFocus />
          <Select
            name="unit"
            label={t("unit")}
            choices={[
              { value: "A", text: "A" },
              { value: "kW", text: "kW" },
            ]}
          />
        </div>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field name="from" label={t("verbs:from")} type="datetime-local" hint={t("fromHint")} />
          <Field name="until" label={t("verbs:until")} type="datetime-local" hint={t("untilHint")} />
        </div>
        <Field name="stackLevel" label={t("stackLevel")} type="number" min={0} defaultValue={0} required hint={t("stackHint")} />
      </Form>
    </Dialog>
  );
}
