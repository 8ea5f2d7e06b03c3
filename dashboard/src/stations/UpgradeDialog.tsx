import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { Buttons } from "../ui/Buttons";
import { Dialog } from "../ui/Dialog";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { Select } from "../ui/Select";
import type { StationRow } from "./row";

interface Props {
  station: StationRow;
  security: Model<"StationSecurity">;
  onClose: () => void;
}

/** Moves a connected station to a higher security profile. */
export function UpgradeDialog({ station, security, onClose }: Props) {
  const { t } = useTranslation("stations");
  const { identity } = station;
  const current = security.profile ?? security.last?.profile ?? 0;
  const choices = (["1", "2", "3"] as const).filter((profile) => Number(profile) > current);
  const isOld = station.ocppVersion === "1.6";
  const going = useMutation({
    mutationFn: (value: (name: string) => string) =>
      answered(
        api.POST("/api/v1/stations/{station}/security/upgrade", {
          params: { path: { station: identity } },
          body: { profile: Number(value("profile")), ...(!isOld && value("url") !== "" && { url: value("url") }) },
        }),
      ),
    onSuccess: onClose,
  });
  return (
    <Dialog title={t("security.upgradeOf", { station: identity })} onClose={onClose}>
      <p className="mb-4 text-sm text-muted">{choices.length === 0 ? t("security.highest") : t("security.upgradeMore")}</p>
      {choices.length > 0 && (
        <Form
          error={going.error}
          fields={["profile", "url"]}
          onSend={(value) => {
            going.mutate(value);
          }}
          buttons={<Buttons action={t("security.upgrade")} isRunning={going.isPending} onCancel={onClose} />}
        >
          <Select name="profile" label={t("security.profile")} choices={choices.map((value) => ({ value, text: t(`security.profiles.p${value}`) }))} />
          {!isOld && <Field name="url" label={t("security.url")} hint={t("security.urlMore")} type="url" placeholder="wss://csms.example.org/ocpp" maxLength={512} />}
        </Form>
      )}
    </Dialog>
  );
}
