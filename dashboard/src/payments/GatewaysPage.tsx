import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { Landmark, Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, done, type Model } from "../api/client";
import { useFormat } from "../i18n/format";
import { useMay } from "../signin/me";
import { Button } from "../ui/Button";
import { Confirm } from "../ui/Confirm";
import { List } from "../ui/List";
import { MenuItem } from "../ui/Menu";
import { Nothing } from "../ui/Nothing";
import { RowMenu } from "../ui/RowMenu";
import { Status } from "../ui/Status";
import { Frame } from "./Frame";
import { GatewayForm } from "./GatewayForm";
import { isGateway } from "./gateways";
import { gatewaysQuery } from "./queries";

type Account = Model<"PaymentGateway">;
type Task = { kind: "new" } | { kind: "change" | "remove"; of: Account };

/** The organisation's accounts at providers of payments. */
export function GatewaysPage() {
  const { t } = useTranslation("payments");
  const format = useFormat();
  const client = useQueryClient();
  const mayWrite = useMay()("payment-gateway.write");
  const [task, setTask] = useState<Task>();
  const nameOf = ({ gateway }: Account) => (isGateway(gateway) ? t(`name.${gateway}`) : gateway);
  const close = () => {
    setTask(undefined);
    void client.invalidateQueries({ queryKey: ["payments", "gateways"] });
  };
  return (
    <Frame
      action={
        mayWrite && (
          <Button
            look="primary"
            onClick={() => {
              setTask({ kind: "new" });
            }}
          >
            <Plus className="size-4" aria-hidden="true" />
            {t("setUp.open")}
          </Button>
        )
      }
    >
      <List
        of={useInfiniteQuery(gatewaysQuery)}
        label={t("gateways")}
        rowKey={({ id }) => String(id)}
        columns={[
          { id: "gateway", title: t("gateway"), cell: (one) => <span className="font-medium">{nameOf(one)}</span> },
          { id: "mode", title: t("mode"), width: "8rem", cell: ({ mode }) => t(mode) },
          {
            id: "state",
            title: t("verbs:state"),
            from: "sm",
            cell: ({ enabled }) => <Status standing={enabled ? "good" : "off"}>{enabled ? t("enabled") : t("disabled")}</Status>,
          },
          {
            id: "callback",
            title: t("callback"),
            width: "1.6fr",
            from: "md",
            cell: ({ callbackPath }) => (callbackPath === undefined ? format.none : <code className="text-xs">{window.location.origin + callbackPath}</code>),
          },
          {
            id: "more",
            title: "",
            width: "2.25rem",
            cell: (of) =>
              mayWrite && (
                <RowMenu label={t("verbs:more", { what: nameOf(of) })}>
                  <MenuItem
                    onPick={() => {
                      setTask({ kind: "change", of });
                    }}
                  >
                    {t("change.open")}
                  </MenuItem>
                  <MenuItem
                    isDanger
                    onPick={() => {
                      setTask({ kind: "remove", of });
                    }}
                  >
                    {t("removal.open")}
                  </MenuItem>
                </RowMenu>
              ),
          },
        ]}
        nothing={
          <Nothing icon={Landmark} title={t("nothingGateways")}>
            {t("nothingGatewaysMore")}
          </Nothing>
        }
      />
      {task?.kind === "new" && <GatewayForm onClose={close} />}
      {task?.kind === "change" && <GatewayForm of={task.of} onClose={close} />}
      {task?.kind === "remove" && (
        <Confirm
          title={t("removal.open")}
          action={t("verbs:remove")}
          isDanger
          run={() => done(api.DELETE("/api/v1/payment-gateways/{id}", { params: { path: { id: task.of.id } } }))}
          onClose={close}
        >
          {t("removal.more")}
        </Confirm>
      )}
    </Frame>
  );
}
