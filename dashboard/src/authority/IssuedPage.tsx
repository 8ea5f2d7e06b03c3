import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { BadgeCheck } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { useMay } from "../signin/me";
import { List } from "../ui/List";
import { MenuItem } from "../ui/Menu";
import { Nothing } from "../ui/Nothing";
import { RowMenu } from "../ui/RowMenu";
import { Narrow } from "../ui/Select";
import { Status } from "../ui/Status";
import { useSearchState } from "../ui/useSearchState";
import { Frame } from "./Frame";
import { IssuedDialog } from "./IssuedDialog";
import { issuedQuery, type Issued } from "./queries";
import { Revoke } from "./Revoke";
import { standings, states } from "./words";

/** Each certificate that was ever issued to a station. */
export function IssuedPage() {
  const { t } = useTranslation("authority");
  const format = useFormat();
  const may = useMay();
  const [{ state, station }, change] = useSearchState();
  const [task, setTask] = useState<{ kind: "show" | "revoke"; of: Issued }>();
  const close = () => {
    setTask(undefined);
  };
  return (
    <Frame>
      <div>
        <Narrow
          label={t("stateTitle")}
          value={state ?? ""}
          choices={[{ value: "", text: t("all") }, ...states.map((each) => ({ value: each, text: t(`state.${each}`) }))]}
          onPick={(picked) => {
            change({ state: picked });
          }}
        />
      </div>
      <List
        of={useInfiniteQuery(issuedQuery(state, station))}
        label={t("issued")}
        rowKey={({ id }) => String(id)}
        onOpen={(of) => {
          setTask({ kind: "show", of });
        }}
        columns={[
          {
            id: "station",
            title: t("station"),
            cell: ({ station: identity }) => (
              <Link to="/stations/$station/certificates" params={{ station: identity }} className="font-medium hover:underline">
                {identity}
              </Link>
            ),
          },
          { id: "state", title: t("stateTitle"), width: "11rem", cell: ({ state: its }) => <Status standing={standings[its]}>{t(`state.${its}`)}</Status> },
          { id: "subject", title: t("subject"), width: "1.4fr", from: "md", cell: ({ subject }) => subject },
          { id: "use", title: t("useTitle"), width: "11rem", from: "lg", cell: ({ use }) => t(`use.${use}`) },
          { id: "until", title: t("validUntil"), width: "8rem", from: "sm", cell: ({ validUntil }) => format.date(validUntil) },
          { id: "serial", title: t("serial"), from: "lg", cell: ({ serialNumber }) => <code className="text-xs text-muted">{serialNumber}</code> },
          {
            id: "more",
            title: "",
            width: "2.25rem",
            cell: (one) => (
              <RowMenu label={t("verbs:more", { what: one.subject })}>
                <MenuItem
                  onPick={() => {
                    setTask({ kind: "show", of: one });
                  }}
                >
                  {t("show")}
                </MenuItem>
                {may("certificate.revoke") && one.state !== "revoked" && (
                  <MenuItem
                    isDanger
                    onPick={() => {
                      setTask({ kind: "revoke", of: one });
                    }}
                  >
                    {t("revoke")}
                  </MenuItem>
                )}
              </RowMenu>
            ),
          },
        ]}
        nothing={
          <Nothing icon={BadgeCheck} title={t("nothingIssued")}>
            {t("nothingIssuedMore")}
          </Nothing>
        }
      />
      {task?.kind === "show" && <IssuedDialog id={task.of.id} onClose={close} />}
      {task?.kind === "revoke" && <Revoke of={task.of} onClose={close} />}
    </Frame>
  );
}
