import { useTranslation } from "react-i18next";
import { languages } from "../i18n/languages";
import { Field } from "../ui/Field";
import { Select, TextArea } from "../ui/Select";

interface Person {
  name: string;
  email: string | null;
  language: string | null;
  address: string | null;
  vatNumber: string | null;
  note: string | null;
}

/** What drivers and companies have alike. */
export function PersonFields({ of }: { of?: Person | undefined }) {
  const { t } = useTranslation("billing");
  return (
    <>
      <Field name="name" label={t("name")} defaultValue={of?.name} required autoFocus autoComplete="off" />
      <Field name="email" label={t("email")} type="email" defaultValue={of?.email ?? ""} autoComplete="off" />
      <Select
        name="language"
        label={t("language")}
        hint={t("languageHint")}
        defaultValue={of?.language ?? ""}
        choices={[{ value: "", text: t("languageOfProfile") }, ...Object.entries(languages).map(([value, text]) => ({ value, text }))]}
      />
      <Field name="vatNumber" label={t("vatNumber")} defaultValue={of?.vatNumber ?? ""} autoComplete="off" />
      <TextArea name="address" label={t("address")} rows={3} defaultValue={of?.address ?? ""} />
      <TextArea name="note" label={t("note")} rows={3} defaultValue={of?.note ?? ""} />
    </>
  );
}
