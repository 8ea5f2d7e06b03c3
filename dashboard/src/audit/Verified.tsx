import { useTranslation } from "react-i18next";
import type { Model } from "../api/client";
import { useFormat } from "../i18n/format";
import { Card } from "../ui/Card";
import { Copyable } from "../ui/Copyable";
import { Status } from "../ui/Status";

/** Whether every line of the log is there, and as it was written. */
export function Verified({ found }: { found: Model<"AuditVerification"> }) {
  const { t } = useTranslation("audit");
  const format = useFormat();
  return (
    <Card className="flex flex-col gap-3 p-5 text-sm">
      <div role="status" className="flex flex-col gap-1">
        <p className="font-medium">
          <Status standing={found.ok ? "good" : "bad"}>{t(found.ok ? "verify.ok" : "verify.broken")}</Status>
        </p>
        <p className="text-muted">{t("verify.lines", { lines: format.count(found.lines), seq: format.count(found.seq) })}</p>
        {found.clearedTo > 0 && <p className="text-muted">{t("verify.cleared", { seq: format.count(found.clearedTo) })}</p>}
        {found.fault && <p className="text-bad">{t("verify.fault", { seq: found.fault.seq, sentence: found.fault.sentence })}</p>}
      </div>
      <p className="text-muted">{t("verify.note")}</p>
      <Copyable label={t("hash")} lines={[`${found.seq} ${found.hash}`]} isSmall />
    </Card>
  );
}
