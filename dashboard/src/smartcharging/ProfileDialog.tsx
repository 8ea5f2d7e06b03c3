import { useTranslation } from "react-i18next";
import type { Model } from "../api/client";
import { useFormat } from "../i18n/format";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { Facts } from "../ui/Facts";
import { JsonText } from "../ui/JsonText";
import { Status } from "../ui/Status";
import { profileStandings } from "./profileColumns";

/** All that is known of a profile. */
export function ProfileDialog({ profile, onClose }: { profile: Model<"ChargingProfile">; onClose: () => void }) {
  const { t } = useTranslation("smartcharging");
  const format = useFormat();
  const { number, purpose, evse, state, said, transactionId, actor, source, createdAt, validTo } = profile;
  return (
    <Dialog title={`${purpose} ${number}`} onClose={onClose} isWide>
      <div className="flex flex-col gap-4">
        <Facts
          of={[
            [t("verbs:state"), <Status key="state" standing={profileStandings[state]}>{t(`status.${state}`)}</Status>],
            [t("verbs:station"), said],
            [t("verbs:evse"), evse],
            [t("transaction"), transactionId],
            [t("source"), actor ?? source],
            [t("verbs:at"), format.moment(createdAt)],
            [t("verbs:until"), validTo && format.moment(validTo)],
          ]}
        />
        <JsonText value={profile.profile} />
        <Button className="self-end" onClick={onClose}>
          {t("ui:close")}
        </Button>
      </div>
    </Dialog>
  );
}
