import { useInfiniteQuery } from "@tanstack/react-query";
import { Play } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { Ago } from "../ui/Ago";
import { List } from "../ui/List";
import { Nothing } from "../ui/Nothing";
import { startsQuery } from "./queries";
import { StateSign } from "./StateSign";

/** Sessions that were begun from afar, and what came of each. */
export function StartsPart({ station }: { station: string }) {
  const { t } = useTranslation("more");
  const format = useFormat();
  return (
    <List
      of={useInfiniteQuery(startsQuery(station))}
      label={t("part.starts")}
      rowKey={({ id }) => String(id)}
      columns={[
        { id: "at", title: t("verbs:at"), width: "6.5rem", cell: ({ requestedAt }) => <Ago at={requestedAt} /> },
        { id: "token", title: t("token"), cell: ({ token, tokenType }) => <span title={tokenType}>{token}</span> },
        { id: "state", title: t("verbs:state"), width: "11rem", cell: ({ state, note }) => <StateSign state={state} note={note} /> },
        { id: "evse", title: t("verbs:evse"), width: "5rem", from: "sm", cell: ({ evse }) => evse ?? format.none },
        { id: "session", title: t("session"), width: "6rem", from: "md", cell: ({ session }) => session ?? format.none },
        { id: "note", title: t("note"), width: "1.5fr", from: "md", cell: ({ note }) => <span title={note}>{note}</span> },
        { id: "by", title: t("verbs:by"), from: "lg", cell: ({ requestedBy }) => requestedBy },
      ]}
      nothing={<Nothing icon={Play} title={t("nothing.starts")} />}
    />
  );
}
