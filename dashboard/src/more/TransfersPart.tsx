import { useInfiniteQuery } from "@tanstack/react-query";
import { MessageSquareCode, Send } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { useFormat } from "../i18n/format";
import { useMay } from "../signin/me";
import { Ago } from "../ui/Ago";
import { Button } from "../ui/Button";
import { Buttons } from "../ui/Buttons";
import { Dialog } from "../ui/Dialog";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { List } from "../ui/List";
import { Nothing } from "../ui/Nothing";
import { TextArea } from "../ui/Select";
import { useVerb } from "../verbs/useVerb";
import { transfersQuery } from "./queries";
import { Shown } from "./Shown";
import { dataOf, lineOf } from "./words";

/** Messages of vendors, from the station and to it. */
export function TransfersPart({ station }: { station: string }) {
  const { t } = useTranslation("more");
  const format = useFormat();
  const may = useMay();
  const [task, setTask] = useState<"send" | Model<"KeptDataTransfer">>();
  const close = () => {
    setTask(undefined);
  };
  return (
    <>
      {may("station.command") && (
        <Button
          className="self-start"
          onClick={() => {
            setTask("send");
          }}
        >
          <Send className="size-4" aria-hidden="true" />
          {t("sendMessage")}
        </Button>
      )}
      <List
        of={useInfiniteQuery(transfersQuery(station))}
        label={t("part.transfers")}
        rowKey={({ id, inbound }) => `${String(inbound)} ${id}`}
        onOpen={setTask}
        columns={[
          { id: "at", title: t("verbs:at"), width: "6.5rem", cell: ({ at }) => <Ago at={at} /> },
          {
            id: "vendor",
            title: t("vendor"),
            cell: (row) => (
              <button
                type="button"
                className="max-w-full truncate font-medium -outline-offset-2 hover:underline"
                onClick={() => {
                  setTask(row);
                }}
              >
                {row.vendorId}
              </button>
            ),
          },
          { id: "message", title: t("message"), from: "sm", cell: ({ messageId }) => messageId ?? format.none },
          { id: "direction", title: t("direction"), from: "md", cell: ({ inbound }) => (inbound ? t("inbound") : t("outbound")) },
          { id: "data", title: t("data"), width: "1.5fr", from: "lg", cell: ({ data }) => <span className="text-muted">{lineOf(data)}</span> },
          { id: "status", title: t("answer"), cell: ({ status, outcome }) => status ?? (outcome === undefined ? format.none : t(`verbs:verdict.${outcome}`)) },
        ]}
        nothing={<Nothing icon={MessageSquareCode} title={t("nothing.transfers")} />}
      />
      {task === "send" && <SendMessage station={station} onClose={close} />}
      {typeof task === "object" && <Shown title={task.vendorId} value={task} onClose={close} />}
    </>
  );
}

function SendMessage({ station, onClose }: { station: string; onClose: () => void }) {
  const { t } = useTranslation("more");
  const sending = useVerb(
    (body: Model<"DataTransfer">) => answered(api.POST("/api/v1/stations/{station}/data-transfers", { params: { path: { station } }, body })),
    [["more", station, "transfers"]],
    true,
  );
  return (
    <Dialog title={t("sendMessage")} onClose={onClose}>
      <Form
        error={sending.error}
        fields={["vendorId", "messageId", "data"]}
        onSend={(value) => {
          const messageId = value("messageId").trim();
          const data = dataOf(value("data"));
          sending.mutate(
            { vendorId: value("vendorId").trim(), ...(messageId !== "" && { messageId }), ...(data !== undefined && { data }) },
            { onSuccess: onClose },
          );
        }}
        buttons={<Buttons action={t("verbs:send")} isRunning={sending.isPending} onCancel={onClose} />}
      >
        <Field name="vendorId" label={t("vendor")} required autoFocus maxLength={255} spellCheck={false} placeholder="com.example" />
        <Field name="messageId" label={t("message")} maxLength={50} spellCheck={false} />
        <TextArea name="data" label={t("data")} rows={5} spellCheck={false} className="font-mono !text-xs" />
      </Form>
    </Dialog>
  );
}
