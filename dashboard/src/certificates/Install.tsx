import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { Buttons } from "../ui/Buttons";
import { Dialog } from "../ui/Dialog";
import { Form } from "../ui/Form";
import { Select, TextArea } from "../ui/Select";
import { useVerb } from "../verbs/useVerb";
import { useVersion } from "../verbs/version";
import { usesOf } from "./validity";

/** A root certificate that the station is to trust. */
export function Install({ station, onClose }: { station: string; onClose: () => void }) {
  const { t } = useTranslation("certificates");
  const version = useVersion(station);
  const installing = useVerb(
    (body: Model<"InstallCertificateBody">) =>
      answered(api.POST("/api/v1/stations/{station}/certificates", { params: { path: { station } }, body })),
    [["certificates", station]],
    true,
  );
  return (
    <Dialog title={t("install")} onClose={onClose} isWide>
      <Form
        error={installing.error}
        fields={["use", "certificate"]}
        onSend={(value) => {
          installing.mutate({ use: value("use"), certificate: value("certificate") }, { onSuccess: onClose });
        }}
        buttons={<Buttons action={t("install")} isRunning={installing.isPending} onCancel={onClose} />}
      >
        <Select name="use" label={t("useTitle")} choices={usesOf(version).map((each) => ({ value: each, text: t(`use.${each}`) }))} />
        <TextArea
          name="certificate"
          label={t("pem")}
          rows={12}
          required
          spellCheck={false}
          placeholder="-----BEGIN CERTIFICATE-----"
          className="font-mono !text-xs"
        />
      </Form>
    </Dialog>
  );
}
