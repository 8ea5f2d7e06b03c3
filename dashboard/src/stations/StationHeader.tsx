import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Ago } from "../ui/Ago";
import { Status } from "../ui/Status";
import { lastConnectionQuery } from "./queries";
import type { StationRow } from "./row";
import { StationStatusSign } from "./StationStatusSign";

/** What a station is and how it stands, above all of its parts. */
export function StationHeader({ station }: { station: StationRow }) {
  const { t } = useTranslation("stations");
  const { vendor, model, firmwareVersion, ocppVersion, registration, admission, groups, clockOffset } = station;
  return (
    <div className="flex flex-col gap-3">
      <dl className="flex flex-wrap gap-x-7 gap-y-2.5 text-sm">
        <Fact name={t("connection")}>
          <Connected station={station} />
        </Fact>
        {station.connected && (
          <Fact name={t("state")}>
            <StationStatusSign station={station} />
          </Fact>
        )}
        <Fact name={t("registration")}>
          {t(`registrations.${registration}`)}
          {admission !== "accepted" && <span className="text-warn">{` · ${t("admission")}: ${t(`admissions.${admission}`)}`}</span>}
        </Fact>
        {(vendor ?? model) !== null && <Fact name={t("model")}>{[vendor, model].filter((each) => each !== null).join(" ")}</Fact>}
        {firmwareVersion !== null && <Fact name={t("firmware")}>{firmwareVersion}</Fact>}
        {ocppVersion !== null && (
          <Fact name={t("version")}>
            {ocppVersion}
            {station.hasPassword && ` · ${t("withPassword")}`}
            {station.strict && ` · ${t("isStrict")}`}
          </Fact>
        )}
        {groups.length > 0 && <Fact name={t("groups")}>{groups.map(({ name }) => name).join(", ")}</Fact>}
        {station.address !== null && <Fact name={t("address")}>{station.address}</Fact>}
        {clockOffset !== null && Math.abs(clockOffset.seconds) >= 10 && (
          <Fact name={t("clock")}>{t("clockOff", { seconds: Math.round(clockOffset.seconds) })}</Fact>
        )}
      </dl>
      {station.warnings.length > 0 && (
        <ul className="flex flex-col gap-1 rounded-lg bg-warn-soft px-3.5 py-2.5 text-sm text-warn">
          {station.warnings.map((warning) => (
            <li key={warning} className="flex gap-2">
              <TriangleAlert className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
              {warning}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-xs text-muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Connected({ station: { identity, connected, lastSeenAt } }: { station: StationRow }) {
  const { t } = useTranslation("stations");
  const last = useQuery(lastConnectionQuery(identity)).data;
  const since = connected ? last?.openedAt : (last?.closedAt ?? lastSeenAt);
  return (
    <span className="inline-flex flex-wrap gap-x-1.5">
      <Status standing={connected ? "good" : "off"}>{connected ? t("connected") : lastSeenAt === null ? t("status.never_seen") : t("status.offline")}</Status>
      {since != null && (
        <span className="text-muted">
          <Ago at={since} />
        </span>
      )}
    </span>
  );
}
