import { useQuery } from "@tanstack/react-query";
import { ArrowUpCircle, KeyRound, ShieldCheck } from "lucide-react";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { useFormat } from "../i18n/format";
import { useMay } from "../signin/me";
import { Ago } from "../ui/Ago";
import { Answer } from "../ui/Answer";
import { Button } from "../ui/Button";
import { Confirm } from "../ui/Confirm";
import { Facts } from "../ui/Facts";
import { Status, type Standing } from "../ui/Status";
import { useNow } from "../ui/useNow";
import { Part } from "./Part";
import { securityQuery } from "./queries";
import type { StationRow } from "./row";
import { SecurityDialog } from "./SecurityDialog";
import { TokenDialog } from "./TokenDialog";
import { UpgradeDialog } from "./UpgradeDialog";

type Task = "change" | "upgrade" | "token" | "cancel";

const standings = {
  telling: "waiting",
  pending: "waiting",
  connected: "good",
  failed: "bad",
  cancelled: "off",
} as const satisfies Record<Model<"SecurityUpgradeState">, Standing>;

/** How a station has to prove who it is, and how it last did. */
export function SecurityPart({ station }: { station: StationRow }) {
  const { t } = useTranslation("stations");
  const may = useMay();
  const [task, setTask] = useState<Task>();
  const { identity } = station;
  const security = useQuery(securityQuery(identity));
  const mayChange = may("station.security");
  const close = () => {
    setTask(undefined);
    void security.refetch();
  };
  const open = (picked: Task) => () => {
    setTask(picked);
  };
  return (
    <Part title={t("security.title")}>
      <Answer of={security}>
        {(found) => (
          <div className="flex flex-col gap-3 px-4 py-3">
            <Facts
              of={[
                [t("security.profile"), found.profile === undefined ? t("security.unset") : t(`security.profiles.${profileKey(found.profile)}`)],
                ...contact(found),
                [t("security.certificateName"), found.certificateName],
                [t("security.expired"), found.allowExpiredCertificate ? t("security.allowed") : null],
                [t("security.token"), found.hasToken ? t("security.isSet") : null],
                [t("security.upgrade"), found.upgrade && <Upgrade key="upgrade" of={found.upgrade} />],
              ]}
            />
            {mayChange && (
              <div className="flex flex-wrap gap-2">
                <Button onClick={open("change")}>
                  <ShieldCheck className="size-4" aria-hidden="true" />
                  {t("security.change")} …
                </Button>
                {found.upgrade && isOpen(found.upgrade) ? (
                  <Button onClick={open("cancel")}>{t("security.cancel")} …</Button>
                ) : (
                  station.connected && (
                    <Button onClick={open("upgrade")}>
                      <ArrowUpCircle className="size-4" aria-hidden="true" />
                      {t("security.upgrade")} …
                    </Button>
                  )
                )}
                <Button onClick={open("token")}>
                  <KeyRound className="size-4" aria-hidden="true" />
                  {t("security.token")} …
                </Button>
              </div>
            )}
            {task === "change" && <SecurityDialog station={identity} security={found} onClose={close} />}
            {task === "upgrade" && <UpgradeDialog station={station} security={found} onClose={close} />}
            {task === "token" && <TokenDialog station={identity} hasToken={found.hasToken} onClose={close} />}
            {task === "cancel" && (
              <Confirm
                title={t("security.cancel")}
                action={t("security.cancel")}
                run={() => answered(api.DELETE("/api/v1/stations/{station}/security/upgrade", { params: { path: { station: identity } } }))}
                onClose={close}
              >
                {t("security.cancelMore")}
              </Confirm>
            )}
          </div>
        )}
      </Answer>
    </Part>
  );

  function contact({ last }: Model<"StationSecurity">): (readonly [string, ReactNode])[] {
    if (last === undefined) {
      return [];
    }
    return [
      [t("security.came"), <Came key="came" of={last} />],
      [t("security.passwordForm"), last.passwordForm === undefined ? null : t(`security.forms.${last.passwordForm}`)],
      [t("security.certificate"), last.certificateSubject],
      [t("security.until"), last.certificateUntil === undefined ? null : <Until key="until" at={last.certificateUntil} />],
    ];
  }
}

function profileKey(profile: number): "p0" | "p1" | "p2" | "p3" {
  return (["p0", "p1", "p2", "p3"] as const)[profile] ?? "p0";
}

function isOpen({ state }: Model<"SecurityUpgrade">): boolean {
  return state === "telling" || state === "pending";
}

function Came({ of: { proof, tls, since } }: { of: Model<"StationContact"> }) {
  const { t } = useTranslation("stations");
  return (
    <span className="flex flex-wrap gap-x-2">
      <Status standing={tls ? "good" : "off"}>{tls ? t("security.tls") : t("security.plain")}</Status>
      {t(`security.proofs.${proof}`)}
      {since !== undefined && (
        <span className="text-muted">
          <Ago at={since} />
        </span>
      )}
    </span>
  );
}

function Until({ at }: { at: string }) {
  const { t } = useTranslation("stations");
  const format = useFormat();
  const now = useNow();
  return Date.parse(at) < now ? <Status standing="bad">{`${format.moment(at)} · ${t("security.over")}`}</Status> : format.moment(at);
}

function Upgrade({ of: { profile, state, reason, changedAt } }: { of: Model<"SecurityUpgrade"> }) {
  const { t } = useTranslation("stations");
  return (
    <span className="flex flex-col gap-0.5">
      <span className="flex flex-wrap gap-x-2">
        {t("security.to", { profile })}
        <Status standing={standings[state]}>{t(`security.states.${state}`)}</Status>
      </span>
      <span className="text-muted">
        <Ago at={changedAt} /> {reason}
      </span>
    </span>
  );
}
