import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Model } from "../api/client";
import { useFormat } from "../i18n/format";
import { useMay } from "../signin/me";
import { Card } from "../ui/Card";
import { Facts } from "../ui/Facts";
import { JsonText } from "../ui/JsonText";
import { Status } from "../ui/Status";
import { StationLink, TokenLink } from "./links";
import { costQuery } from "./queries";

/** Where, when and with what it was, and what it costs. */
export function SessionFacts({ session }: { session: Model<"Session"> }) {
  const { t } = useTranslation("sessions");
  const format = useFormat();
  const may = useMay();
  const { station, evse, connector, token, tokenVerdict, stopToken, tokenGroup, tokenType, stopReason, closedBy } = session;
  const trace: string = "/stations/$station/messages";
  const ownTime = (told: string | null, used: string | null) => told !== null && told !== used && t("byStation", { time: format.moment(told) });
  return (
    <Card className="flex min-w-0 flex-col gap-4 p-5">
      <h2 className="text-sm font-semibold">{t("facts")}</h2>
      <Facts
        of={[
          [t("station"), <StationLink key="station" station={station} />],
          [t("evse"), evse === null ? null : connector === null ? evse : t("place", { evse, connector })],
          [t("started"), <Told key="started" at={session.startedAt} more={ownTime(session.stationStartedAt, session.startedAt)} />],
          [t("endedAt"), session.endedAt === null ? null : <Told key="ended" at={session.endedAt} more={ownTime(session.stationEndedAt, session.endedAt)} />],
          [t("stopReason"), stopReason === null ? null : <span title={stopReason}>{t(`reason.${stopReason}`)}</span>],
          [t("closedBy"), closedBy === null ? null : t(`closed.${closedBy}`)],
          [t("token"), token === null ? null : <TokenLink key="token" token={token} />],
          [t("tokenType"), tokenType],
          [t("tokenGroup"), tokenGroup],
          [
            t("tokenVerdict"),
            tokenVerdict === null ? null : (
              <Status key="verdict" standing={tokenVerdict === "accepted" ? "good" : "bad"}>
                {t(`tokenStatus.${tokenVerdict}`)}
              </Status>
            ),
          ],
          [t("stopToken"), stopToken === null ? null : <TokenLink key="stopToken" token={stopToken} />],
          [t("meterStart"), session.meterStartWh === null ? null : format.energy(session.meterStartWh)],
          [t("meterStop"), session.meterStopWh === null ? null : format.energy(session.meterStopWh)],
          [t("transaction"), <code key="transaction" className="font-mono text-xs break-all">{session.transactionId}</code>],
          [t("reservation"), session.reservationNumber],
          [t("remoteStart"), session.remoteStartNumber],
          [t("version"), `OCPP ${session.ocppVersion}`],
          [t("offline"), session.offline ? t("offlineMore") : null],
        ]}
      />
      {may("message.read") && (
        <Link to={trace} params={{ station }} className="w-fit text-sm text-accent hover:underline">
          {t("messages")}
        </Link>
      )}
      <Cost id={session.id} />
    </Card>
  );
}

function Told({ at, more }: { at: string; more: string | false }) {
  const format = useFormat();
  return (
    <>
      {format.moment(at)}
      {more !== false && <span className="block text-muted">{more}</span>}
    </>
  );
}

function Cost({ id }: { id: number }) {
  const { t } = useTranslation("sessions");
  const format = useFormat();
  const said = useQuery(costQuery(id)).data;
  if (said === undefined || (said.cost === undefined && said.told === undefined && said.tariffId === undefined)) {
    return null;
  }
  return (
    <div className="flex flex-col gap-3 border-t border-line pt-4">
      <h2 className="text-sm font-semibold">{t("cost.title")}</h2>
      <Facts
        of={[
          [t("cost.tariff"), said.tariffId],
          [t("cost.refused"), said.refused ? t("cost.refusedMore") : null],
          [t("cost.told"), said.told && `${format.number(said.told.totalCost, 2)} (${format.moment(said.told.at)})`],
          [t("cost.calculated"), said.cost && format.moment(said.cost.at)],
        ]}
      />
      {said.cost !== undefined && <JsonText value={said.cost.details} />}
    </div>
  );
}
