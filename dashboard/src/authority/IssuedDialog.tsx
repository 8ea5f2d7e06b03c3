import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { Copyable } from "../ui/Copyable";
import { Dialog } from "../ui/Dialog";
import { Facts } from "../ui/Facts";
import { Status } from "../ui/Status";
import { Waiting } from "../ui/Waiting";
import { certificateQuery } from "./queries";
import { standings } from "./words";

/** One certificate with all that became of it. */
export function IssuedDialog({ id, onClose }: { id: number; onClose: () => void }) {
  const { t } = useTranslation("authority");
  const format = useFormat();
  const one = useQuery(certificateQuery(id)).data;
  if (one === undefined) {
    return (
      <Dialog title={t("navigation")} onClose={onClose} isWide>
        <Waiting className="w-48" />
      </Dialog>
    );
  }
  const moment = (time: string | undefined) => time !== undefined && format.moment(time);
  return (
    <Dialog title={one.station} onClose={onClose} isWide>
      <div className="flex flex-col gap-5">
        <Facts
          of={[
            [t("stateTitle"), <Status key="state" standing={standings[one.state]}>{t(`state.${one.state}`)}</Status>],
            [t("subject"), one.subject],
            [t("issuer"), one.issuer],
            [t("useTitle"), t(`use.${one.use}`)],
            [t("serial"), <code key="serial" className="text-xs">{one.serialNumber}</code>],
            [t("validFrom"), format.moment(one.validFrom)],
            [t("validUntil"), format.moment(one.validUntil)],
            [t("answer"), one.answer],
            [t("usedAt"), moment(one.usedAt) || undefined],
            [t("revokedAt"), one.revokedAt && `${format.moment(one.revokedAt)}, ${one.revokedBy ?? ""}`],
            [t("reasonTitle"), one.revocationReason && t(`reason.${one.revocationReason}`)],
            [t("renewal"), one.renewalFailure],
          ]}
        />
        {one.pem !== undefined && <Copyable label={t("pem")} lines={[one.pem]} isSmall />}
      </div>
    </Dialog>
  );
}
