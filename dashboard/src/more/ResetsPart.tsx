import { useInfiniteQuery } from "@tanstack/react-query";
import { RotateCcw } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Ago } from "../ui/Ago";
import { List } from "../ui/List";
import { Nothing } from "../ui/Nothing";
import { resetsQuery } from "./queries";
import { StateSign } from "./StateSign";

/** When the station was told to start anew, and whether it did. */
export function ResetsPart({ station }: { station: string }) {
  const { t } = useTranslation("more");
  return (
    <List
      of={useInfiniteQuery(resetsQuery(station))}
      label={t("part.resets")}
      rowKey={({ id }) => String(id)}
      columns={[
        { id: "at", title: t("verbs:at"), width: "6.5rem", cell: ({ requestedAt }) => <Ago at={requestedAt} /> },
        { id: "type", title: t("type"), cell: ({ type }) => t(`reset.${type}`) },
        { id: "state", title: t("verbs:state"), width: "11rem", cell: ({ state, note }) => <StateSign state={state} note={note} /> },
        { id: "evse", title: t("verbs:evse"), from: "sm", cell: ({ evse }) => evse ?? t("verbs:wholeStation") },
        { id: "note", title: t("note"), width: "1.5fr", from: "md", cell: ({ note, bootReason }) => note ?? bootReason },
        { id: "by", title: t("verbs:by"), from: "lg", cell: ({ requestedBy }) => requestedBy },
      ]}
      nothing={<Nothing icon={RotateCcw} title={t("nothing.resets")} />}
    />
  );
}
