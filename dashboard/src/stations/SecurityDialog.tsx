import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { Buttons } from "../ui/Buttons";
import { Dialog } from "../ui/Dialog";
import { Form } from "../ui/Form";
import { Checkbox, Select } from "../ui/Select";

interface Props {
  station: string;
  security: Model<"StationSecurity">;
  onClose: () => void;
}

/** How a station has to prove who it is, from its next connection on. */
export function SecurityDialog({ station, security, onClose }: Props) {
  const { t } = useTranslation("stations");
  const changing = useMutation({
    mutationFn: (value: (name: string) => string) =>
      answered(
        api.PATCH("/api/v1/stations/{station}/security", {
          params: { path: { station } },
          body: {
            profile: value("profile") === "" ? null : Number(value("profile")),
            allowLower: value("allowLower") !== "",
            allowExpiredCertificate: value("expired") !== "",
            ...(value("forget") !== "" && { certificateName: null }),
          },
        }),
      ),
    onSuccess: onClose,
  });
  const choices = [
    { value: "", text: t("security.unset") },
    ...(["0", "1", "2", "3"] as const).map((value) => ({ value, text: t(`security.profiles.p${value}`) })),
  ];
  return (
    <Dialog title={t("security.of", { station })} onClose={onClose}>
      <Form
        error={changing.error}
        fields={["profile"]}
        onSend={(value) => {
          changing.mutate(value);
        }}
        buttons={<Buttons action={t("security.change")} isRunning={changing.isPending} onCancel={onClose} />}
      >
        <Select name="profile" label={t("security.profile")} hint={t("security.profileMore")} choices={choices} defaultValue={security.profile ?? ""} />
        <Checkbox name="allowLower" label={t("security.allowLower")} hint={t("security.allowLowerMore")} />
        <Checkbox name="expired" label={t("security.allowExpired")} hint={t("security.allowExpiredMore")} defaultChecked={security.allowExpiredCertificate} />
        {security.certificateName !== undefined && <Checkbox name="forget" label={t("security.forget", { name: security.certificateName })} hint={t("security.forgetMore")} />}
      </Form>
    </Dialog>
  );
}
