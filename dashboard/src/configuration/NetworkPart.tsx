import { useQuery } from "@tanstack/react-query";
import { Network, Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { useMay } from "../signin/me";
import { Ago } from "../ui/Ago";
import { Answer } from "../ui/Answer";
import { Badge } from "../ui/Badge";
import { Button } from "../ui/Button";
import { Card } from "../ui/Card";
import { Confirm } from "../ui/Confirm";
import { Facts } from "../ui/Facts";
import { Nothing } from "../ui/Nothing";
import { Status, type Standing } from "../ui/Status";
import { useVerb } from "../verbs/useVerb";
import { OnlyTwo } from "../verbs/version";
import { connectionOf } from "./network";
import { networkQuery } from "./queries";
import { SetSlot } from "./SetSlot";

const slotStandings = { sent: "waiting", set: "good", refused: "bad", unknown: "off" } as const satisfies Record<Model<"NetworkProfileState">, Standing>;
const moveStandings = {
  telling: "waiting",
  rebooting: "waiting",
  waitsForBoot: "waiting",
  confirmed: "good",
  fellBack: "warn",
  unconfirmed: "warn",
  failed: "bad",
} as const satisfies Record<Model<"NetworkSwitchState">, Standing>;

/** How a station is told to reach a CSMS, and its last move from one way to another. */
export function NetworkPart({ station }: { station: string }) {
  const { t } = useTranslation("configuration");
  const may = useMay();
  const network = useQuery(networkQuery(station));
  const [isSetting, setSetting] = useState(false);
  const [switching, setSwitching] = useState<number>();
  const stale = [["configuration", station, "network"]];
  const setting = useVerb(
    ({ slot, profile }: { slot: number; profile: Record<string, unknown> }) =>
      answered(
        api.PUT("/api/v1/stations/{station}/network-profiles/{slot}", { params: { path: { station, slot } }, body: profile as Record<string, never> }),
      ),
    stale,
    true,
  );
  const mayWrite = may("network-profile.write");
  return (
    <OnlyTwo station={station}>
      <Answer of={network}>
        {({ inUse, priority, slots, lastSwitch }) => (
          <>
            <div className="flex flex-wrap items-end justify-between gap-3">
              <Facts
                of={[
                  [t("inUse"), inUse === undefined ? null : t("slotNumber", { slot: inUse })],
                  [t("priority"), priority.join(", ")],
                  [t("lastSwitch"), lastSwitch && <Move of={lastSwitch} />],
                ]}
              />
              {mayWrite && (
                <Button
                  onClick={() => {
                    setSetting(true);
                  }}
                >
                  <Plus className="size-4" aria-hidden="true" />
                  {t("setSlot")}
                </Button>
              )}
            </div>
            {slots.length === 0 && <Nothing icon={Network} title={t("noSlots")} />}
            <div className="grid gap-4 lg:grid-cols-2">
              {slots.map((slot) => (
                <Slot
                  key={slot.slot}
                  of={slot}
                  isInUse={slot.slot === inUse}
                  {...(mayWrite && { onSwitch: () => { setSwitching(slot.slot); } })}
                />
              ))}
            </div>
            {isSetting && (
              <SetSlot
                error={setting.error}
                isRunning={setting.isPending}
                onSend={(slot, profile) => {
                  setting.mutate({ slot, profile }, { onSuccess: () => { setSetting(false); } });
                }}
                onClose={() => {
                  setSetting(false);
                  setting.reset();
                }}
              />
            )}
            {switching !== undefined && (
              <Confirm
                title={t("switchTitle", { slot: switching })}
                action={t("switch")}
                run={() =>
                  answered(api.POST("/api/v1/stations/{station}/network-profiles/{slot}/switch", { params: { path: { station, slot: switching } } }))
                }
                onClose={() => {
                  setSwitching(undefined);
                  void network.refetch();
                }}
              >
                {t("switchMore")}
              </Confirm>
            )}
          </>
        )}
      </Answer>
    </OnlyTwo>
  );
}

function Move({ of: { slot, state, reason, changedAt } }: { of: Model<"NetworkSwitch"> }) {
  const { t } = useTranslation("configuration");
  return (
    <span className="flex flex-wrap gap-x-2">
      {t("slotNumber", { slot })}
      <Status standing={moveStandings[state]}>{t(`move.${state}`)}</Status>
      <span className="text-muted">
        <Ago at={changedAt} /> {reason}
      </span>
    </span>
  );
}

function Slot({ of, isInUse, onSwitch }: { of: Model<"NetworkProfile">; isInUse: boolean; onSwitch?: () => void }) {
  const { t } = useTranslation("configuration");
  const { url, securityProfile, networkInterface } = connectionOf(of.profile);
  return (
    <Card className="flex flex-col gap-3 p-4">
      <div className="flex items-center justify-between gap-3">
        <h2 className="flex items-center gap-2 text-sm font-semibold">
          {t("slotNumber", { slot: of.slot })}
          {isInUse && <Badge look="good">{t("inUse")}</Badge>}
        </h2>
        {onSwitch && !isInUse && of.state === "set" && <Button onClick={onSwitch}>{t("switch")}</Button>}
      </div>
      <Facts
        of={[
          [t("state"), <Status key="state" standing={slotStandings[of.state]}>{t(`slotState.${of.state}`)}</Status>],
          [t("verbs:verdict.answered"), of.reason],
          [t("url"), url],
          [t("securityProfile"), securityProfile],
          [t("interface"), networkInterface],
          [t("verbs:by"), of.by],
          [t("verbs:at"), <Ago key="at" at={of.sentAt} />],
        ]}
      />
    </Card>
  );
}
