import { useTranslation } from "react-i18next";
import type { Model } from "../api/client";
import { useFormat } from "../i18n/format";
import { Copyable } from "../ui/Copyable";
import { Facts } from "../ui/Facts";
import { JsonText } from "../ui/JsonText";
import { Status } from "../ui/Status";
import { contentOf, type Exchange } from "./exchange";

/** A request and its answer, all of them. */
export function ExchangeDetails({ of }: { of: Exchange }) {
  const { t } = useTranslation("messages");
  const format = useFormat();
  const { direction, request, answer, millis, isError, isSend, deviations } = of;
  return (
    <>
      <Facts
        of={[
          [t("direction"), direction === "in" ? t("fromStation") : t("toStation")],
          [t("took"), millis === undefined ? null : `${format.number(millis, 1)}\u00a0ms`],
          [t("messageId"), <span key="id" className="font-mono text-xs break-all">{(request ?? answer)?.messageId ?? format.none}</span>],
          [t("connection"), (request ?? answer)?.connection],
        ]}
      />
      {deviations.length > 0 && (
        <section className="flex flex-col gap-1.5 rounded-lg bg-warn-soft px-3 py-2.5 text-sm">
          <h3>
            <Status standing="warn">{t("deviationCount", { count: deviations.length })}</Status>
          </h3>
          <ul className="flex flex-col gap-1 text-xs">
            {deviations.map(({ path, rule, found, allowed }) => (
              <li key={`${path} ${rule} ${found}`} className="break-words">
                <code className="font-medium">{path === "" ? "/" : path}</code> {t("deviation", { found, allowed })}
              </li>
            ))}
          </ul>
        </section>
      )}
      {request && <Frame title={t("request")} message={request} />}
      {answer ? <Frame title={isError ? t("error") : t("answer")} message={answer} /> : !isSend && <Status standing="waiting">{t("noAnswer")}</Status>}
    </>
  );
}

function Frame({ title, message }: { title: string; message: Model<"Message"> }) {
  const { t } = useTranslation("messages");
  const format = useFormat();
  return (
    <section className="flex min-w-0 flex-col gap-1.5">
      <h3 className="flex justify-between gap-3 text-xs text-muted">
        <span className="font-medium text-ink">{title}</span>
        {format.moment(message.at)}
      </h3>
      <JsonText value={contentOf(message)} />
      <details className="text-xs text-muted">
        <summary className="cursor-default">{t("frame")}</summary>
        <div className="pt-2">
          <Copyable lines={[message.frame]} label={t("frame")} isSmall />
        </div>
      </details>
    </section>
  );
}
