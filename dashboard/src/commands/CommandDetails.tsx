import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { useFormat } from "../i18n/format";
import { useMay } from "../signin/me";
import { Button } from "../ui/Button";
import { Facts } from "../ui/Facts";
import { JsonText } from "../ui/JsonText";
import { Status } from "../ui/Status";
import { useAction } from "../ui/useAction";
import { Outcome } from "./Outcome";

/** A command with its payload, and what came of it. */
export function CommandDetails({ command }: { command: Model<"Command"> }) {
  const { t } = useTranslation("commands");
  const format = useFormat();
  const may = useMay();
  const cancel = useAction(() => answered(api.DELETE("/api/v1/commands/{id}", { params: { path: { id: command.id } } })), t("cancelled"), [["commands"]]);
  const { station, action, version, actor, errorCode, errorText, errorDetails, deviations, note, acceptedAt, sentAt, endedAt, expiresAt, tookMillis } = command;
  return (
    <>
      <Facts
        of={[
          [t("outcomeTitle"), <Outcome key="outcome" of={command} />],
          [t("action"), version === undefined ? action : `${action} · OCPP ${version}`],
          [
            t("station"),
            <Link key="station" to="/stations/$station" params={{ station }} className="hover:underline">
              {station}
            </Link>,
          ],
          [t("actor"), actor],
          [t("acceptedAt"), format.moment(acceptedAt)],
          [t("sentAt"), sentAt === undefined ? null : format.moment(sentAt)],
          [t("endedAt"), endedAt === undefined ? null : format.moment(endedAt)],
          [t("expiresAt"), command.state === "queued" && expiresAt !== undefined ? format.moment(expiresAt) : null],
          [t("took"), tookMillis === undefined ? null : `${format.count(tookMillis)}\u00a0ms`],
          [t("errorCode"), errorCode],
          [t("said"), errorText],
          [t("note"), note],
        ]}
      />
      {command.state === "ended" && command.sent && command.outcome !== "answered" && command.outcome !== "refused" && command.outcome !== "notSupported" && (
        <p className="rounded-lg bg-warn-soft px-3 py-2 text-sm text-warn">{t("mayHaveObeyed")}</p>
      )}
      {deviations.length > 0 && (
        <div className="flex flex-col gap-1 rounded-lg bg-warn-soft px-3 py-2 text-xs">
          <Status standing="warn">{t("deviations")}</Status>
          {deviations.map((deviation) => (
            <span key={deviation} className="break-words">
              {deviation}
            </span>
          ))}
        </div>
      )}
      <Part title={t("form.payload")} value={command.payload} />
      {command.response !== undefined && <Part title={t("response")} value={command.response} />}
      {errorDetails !== undefined && errorDetails !== null && <Part title={t("errorDetails")} value={errorDetails} />}
      {command.state === "queued" && may("station.command") && (
        <Button className="self-start" disabled={cancel.isPending} onClick={() => { cancel.mutate(); }}>
          {t("cancel")}
        </Button>
      )}
    </>
  );
}

function Part({ title, value }: { title: string; value: unknown }) {
  return (
    <section className="flex min-w-0 flex-col gap-1.5">
      <h3 className="text-xs font-medium">{title}</h3>
      <JsonText value={value} />
    </section>
  );
}
