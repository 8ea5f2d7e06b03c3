import { useInfiniteQuery } from "@tanstack/react-query";
import { Inbox } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Model } from "../api/client";
import { Ago } from "../ui/Ago";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { JsonText } from "../ui/JsonText";
import { List } from "../ui/List";
import { Nothing } from "../ui/Nothing";
import { eventsQuery } from "./queries";
import { gistOf } from "./words";

/** What a station's monitors noticed. */
export function EventsPart({ station }: { station: string }) {
  const { t } = useTranslation("monitoring");
  const [open, setOpen] = useState<Model<"StationEvent">>();
  const close = () => {
    setOpen(undefined);
  };
  return (
    <>
      <List
        of={useInfiniteQuery(eventsQuery(station))}
        label={t("part.events")}
        rowKey={({ id }) => String(id)}
        onOpen={setOpen}
        columns={[
          { id: "at", title: t("verbs:at"), width: "6.5rem", cell: ({ at }) => <Ago at={at} /> },
          {
            id: "what",
            title: t("what"),
            width: "1.5fr",
            cell: (event) => (
              <button
                type="button"
                className="max-w-full truncate font-medium -outline-offset-2 hover:underline"
                onClick={() => {
                  setOpen(event);
                }}
              >
                {gistOf(event.data).what}
              </button>
            ),
          },
          { id: "value", title: t("value"), cell: ({ data }) => gistOf(data).value },
          { id: "trigger", title: t("trigger"), from: "md", cell: ({ data }) => gistOf(data).trigger },
        ]}
        nothing={<Nothing icon={Inbox} title={t("noEvents")} />}
      />
      {open && (
        <Dialog title={t("event", { id: open.id })} onClose={close} isWide>
          <div className="flex flex-col gap-4">
            <JsonText value={open.data} />
            <Button className="self-end" onClick={close}>
              {t("ui:close")}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
