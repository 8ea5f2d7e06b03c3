import { useTranslation } from "react-i18next";
import type { Model } from "../api/client";
import { useFormat } from "../i18n/format";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { Facts } from "../ui/Facts";
import { differences, textOf } from "./filters";

/** One change: who, from where, and what it was before. */
export function AuditLine({ line, onClose }: { line: Model<"AuditLogLine">; onClose: () => void }) {
  const { t } = useTranslation("audit");
  const format = useFormat();
  const changed = differences(line.before, line.after);
  return (
    <Dialog title={`${line.entity} ${line.entityId}: ${line.action}`} onClose={onClose} isWide>
      <div className="flex flex-col gap-5">
        <Facts
          of={[
            [t("at"), format.moment(line.at)],
            [t("actor"), line.actor],
            [t("address"), line.address],
            [t("request"), line.requestId],
            [t("line"), line.seq],
            [t("hash"), <code key="hash" className="font-mono text-xs break-all">{line.hash}</code>],
          ]}
        />
        {changed.length > 0 && (
          <div className="overflow-x-auto rounded-lg border border-line">
            <table className="w-full text-left text-sm">
              <thead className="text-xs text-muted">
                <tr className="border-b border-line [&>th]:px-3 [&>th]:py-2 [&>th]:font-normal">
                  <th>{t("field")}</th>
                  <th>{t("before")}</th>
                  <th>{t("after")}</th>
                </tr>
              </thead>
              <tbody className="divide-y divide-line [&_td]:px-3 [&_td]:py-2 [&_td]:align-top">
                {changed.map(({ field, before, after }) => (
                  <tr key={field}>
                    <td className="text-muted">{field}</td>
                    <td className="break-all">{textOf(before) || format.none}</td>
                    <td className="font-medium break-all">{textOf(after) || format.none}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        <Button className="self-end" onClick={onClose}>
          {t("ui:close")}
        </Button>
      </div>
    </Dialog>
  );
}
