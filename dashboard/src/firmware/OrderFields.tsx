import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { imagesQuery } from "../files/queries";
import { useMay } from "../signin/me";
import { Field } from "../ui/Field";
import { Select, TextArea } from "../ui/Select";

/** Which image: one that was uploaded here, or one that lies elsewhere. */
export function ImageFields() {
  const { t } = useTranslation("firmware");
  const may = useMay();
  const images = useQuery({ ...imagesQuery, enabled: may("file.read") }).data ?? [];
  const [picked, setPicked] = useState<string>();
  const file = picked ?? String(images[0]?.id ?? "");
  return (
    <>
      <Select
        name="file"
        label={t("image")}
        value={file}
        onChange={(event) => {
          setPicked(event.target.value);
        }}
        choices={[
          ...images.map(({ id, name, version }) => ({ value: String(id), text: version === null ? name : `${name} · ${version}` })),
          { value: "", text: t("elsewhere") },
        ]}
      />
      {file === "" && <Field name="location" label={t("url")} type="url" required placeholder="https://" maxLength={2000} spellCheck={false} />}
    </>
  );
}

/** All that a station is told of an update; read by `orderOf`. */
export function OrderFields() {
  const { t } = useTranslation("firmware");
  return (
    <>
      <ImageFields />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="retrieveAt" label={t("retrieveAt")} type="datetime-local" hint={t("atOnce")} />
        <Field name="installAt" label={t("installAt")} type="datetime-local" hint={t("atOnce")} />
      </div>
      <details>
        <summary className="cursor-pointer text-sm text-muted">{t("secure")}</summary>
        <div className="mt-3 flex flex-col gap-4">
          <TextArea name="signature" label={t("signature")} rows={2} spellCheck={false} className="font-mono !text-xs" />
          <TextArea name="signingCertificate" label={t("signingCertificate")} rows={4} spellCheck={false} className="font-mono !text-xs" />
        </div>
      </details>
    </>
  );
}

export const orderFields = ["file", "location", "retrieveAt", "installAt", "signature", "signingCertificate"];
