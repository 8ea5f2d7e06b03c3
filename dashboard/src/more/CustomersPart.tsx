import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { UserSearch } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, api, done, type Model } from "../api/client";
import { useFormat } from "../i18n/format";
import { useMay } from "../signin/me";
import { Ago } from "../ui/Ago";
import { Answer } from "../ui/Answer";
import { Button } from "../ui/Button";
import { Buttons } from "../ui/Buttons";
import { Dialog } from "../ui/Dialog";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { List } from "../ui/List";
import { Nothing } from "../ui/Nothing";
import { Checkbox, Select } from "../ui/Select";
import { useAction } from "../ui/useAction";
import { useVerb } from "../verbs/useVerb";
import { customerQuery, customersQuery } from "./queries";

const tokenTypes = ["ISO14443", "ISO15693", "eMAID", "Central", "KeyCode", "Local", "MacAddress"];

/** What the station was asked about customers, and what it told. */
export function CustomersPart({ station }: { station: string }) {
  const { t } = useTranslation("more");
  const format = useFormat();
  const may = useMay();
  const [task, setTask] = useState<"ask" | number>();
  const close = () => {
    setTask(undefined);
  };
  return (
    <>
      {may("customer-information.write") && (
        <Button
          className="self-start"
          onClick={() => {
            setTask("ask");
          }}
        >
          <UserSearch className="size-4" aria-hidden="true" />
          {t("askCustomer")}
        </Button>
      )}
      <List
        of={useInfiniteQuery(customersQuery(station))}
        label={t("part.customers")}
        rowKey={({ id }) => String(id)}
        onOpen={({ id }) => {
          setTask(id);
        }}
        columns={[
          { id: "at", title: t("verbs:at"), width: "6.5rem", cell: ({ askedAt }) => <Ago at={askedAt} /> },
          {
            id: "subject",
            title: t("token"),
            cell: ({ id, token, subject }) => (
              <button
                type="button"
                className="max-w-full truncate font-medium -outline-offset-2 hover:underline"
                onClick={() => {
                  setTask(id);
                }}
              >
                {token ?? subject ?? format.none}
              </button>
            ),
          },
          { id: "status", title: t("answer"), cell: ({ status, outcome }) => status ?? (outcome === undefined ? format.none : t(`verbs:verdict.${outcome}`)) },
          { id: "told", title: t("told"), from: "sm", cell: ({ report, completedAt }) => (report ? <Ago at={completedAt} /> : format.none) },
          { id: "erased", title: t("erased"), from: "md", cell: ({ clear }) => t(clear ? "verbs:yes" : "verbs:no") },
          { id: "by", title: t("verbs:by"), from: "lg", cell: ({ actor }) => actor ?? format.none },
        ]}
        nothing={<Nothing icon={UserSearch} title={t("nothing.customers")} />}
      />
      {task === "ask" && <AskCustomer station={station} onClose={close} />}
      {typeof task === "number" && <Told station={station} id={task} onClose={close} />}
    </>
  );
}

function Told({ station, id, onClose }: { station: string; id: number; onClose: () => void }) {
  const { t } = useTranslation("more");
  const may = useMay();
  const removing = useAction(
    () => done(api.DELETE("/api/v1/stations/{station}/customer-information/{id}", { params: { path: { station, id } } })),
    t("erased"),
    [["more", station, "customers"]],
  );
  return (
    <Dialog title={t("part.customers")} onClose={onClose} isWide>
      <div className="flex flex-col gap-4">
        <Answer of={useQuery(customerQuery(station, id))}>
          {({ text, complete }) => (
            <>
              {!complete && <p className="text-sm text-muted">{t("incomplete")}</p>}
              {text === "" ? (
                <p className="text-sm">{t("knowsNothing")}</p>
              ) : (
                <pre tabIndex={0} className="max-h-96 overflow-auto rounded-lg border border-line bg-ground p-3 text-xs whitespace-pre-wrap">
                  {text}
                </pre>
              )}
            </>
          )}
        </Answer>
        <div className="flex justify-end gap-2">
          {may("customer-information.write") && (
            <Button
              onClick={() => {
                removing.mutate(undefined, { onSuccess: onClose });
              }}
            >
              {t("verbs:remove")}
            </Button>
          )}
          <Button onClick={onClose}>{t("ui:close")}</Button>
        </div>
      </div>
    </Dialog>
  );
}

function AskCustomer({ station, onClose }: { station: string; onClose: () => void }) {
  const { t } = useTranslation("more");
  const asking = useVerb(
    (body: Model<"CustomerInformationRequest">) =>
      answered(api.POST("/api/v1/stations/{station}/customer-information", { params: { path: { station } }, body })),
    [["more", station, "customers"]],
    true,
  );
  return (
    <Dialog title={t("askCustomer")} onClose={onClose}>
      <Form
        error={asking.error}
        fields={["report", "clear"]}
        onSend={(value) => {
          asking.mutate(
            {
              token: { value: value("token").trim(), type: value("tokenType") },
              report: value("report") === "on",
              clear: value("clear") === "on",
            },
            { onSuccess: onClose },
          );
        }}
        buttons={<Buttons action={t("verbs:send")} isRunning={asking.isPending} onCancel={onClose} />}
      >
        <Field name="token" label={t("token")} required autoFocus maxLength={255} spellCheck={false} />
        <Select name="tokenType" label={t("tokenType")} choices={tokenTypes.map((each) => ({ value: each, text: each }))} />
        <Checkbox name="report" label={t("report")} defaultChecked />
        <Checkbox name="clear" label={t("clear")} />
      </Form>
    </Dialog>
  );
}
