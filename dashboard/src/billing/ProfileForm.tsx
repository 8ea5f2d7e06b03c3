import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { languages } from "../i18n/languages";
import { Answer } from "../ui/Answer";
import { Buttons } from "../ui/Buttons";
import { Dialog } from "../ui/Dialog";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { Checkbox, Select, TextArea } from "../ui/Select";
import { profileOf } from "./payload";
import { profileQuery } from "./queries";

const names = [
  "invoicing", "name", "address", "vatNumber", "registration", "email", "footer", "language", "timeZone", "invoiceSeries", "creditSeries", "dueDays", "overdraft",
];

/** What invoices say of the organisation, and when they are made. */
export function ProfileForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("billing");
  return (
    <Dialog title={t("profile")} onClose={onClose} isWide>
      <Answer of={useQuery(profileQuery)}>{(profile) => <Profile profile={profile} onClose={onClose} />}</Answer>
    </Dialog>
  );
}

function Profile({ profile, onClose }: { profile: Model<"BillingProfile">; onClose: () => void }) {
  const { t } = useTranslation("billing");
  const client = useQueryClient();
  const saving = useMutation({
    mutationFn: (body: Model<"BillingProfileBody">) => answered(api.PATCH("/api/v1/billing/profile", { body })),
    onSuccess: async () => {
      onClose();
      await client.invalidateQueries({ queryKey: ["billing"] });
    },
  });
  return (
    <Form
      error={saving.error}
      fields={names}
      onSend={(value) => {
        saving.mutate(profileOf(value));
      }}
      buttons={<Buttons action={t("save")} isRunning={saving.isPending} onCancel={onClose} />}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          name="invoicing"
          label={t("invoicing")}
          defaultValue={profile.invoicing}
          choices={(["none", "session", "month"] as const).map((each) => ({ value: each, text: t(`invoicingOf.${each}`) }))}
        />
        <Field name="dueDays" label={t("dueDays")} type="number" min={0} max={365} step={1} defaultValue={profile.dueDays} />
        <Field name="name" label={t("name")} defaultValue={profile.name ?? ""} />
        <Field name="email" label={t("email")} type="email" defaultValue={profile.email ?? ""} />
        <Field name="vatNumber" label={t("vatNumber")} defaultValue={profile.vatNumber ?? ""} />
        <Field name="registration" label={t("registration")} defaultValue={profile.registration ?? ""} />
        <TextArea name="address" label={t("address")} rows={3} defaultValue={profile.address ?? ""} />
        <TextArea name="footer" label={t("footer")} rows={3} defaultValue={profile.footer ?? ""} />
        <Field name="invoiceSeries" label={t("invoiceSeries")} hint={t("seriesHint")} maxLength={20} defaultValue={profile.invoiceSeries} />
        <Field name="creditSeries" label={t("creditSeries")} maxLength={20} defaultValue={profile.creditSeries} />
        <Select name="language" label={t("language")} defaultValue={profile.language} choices={Object.entries(languages).map(([value, text]) => ({ value, text }))} />
        <Field name="timeZone" label={t("timeZone")} placeholder="Europe/Berlin" defaultValue={profile.timeZone} />
      </div>
      <Checkbox name="overdraft" label={t("overdraft")} hint={t("overdraftHint")} defaultChecked={profile.overdraft} />
    </Form>
  );
}
