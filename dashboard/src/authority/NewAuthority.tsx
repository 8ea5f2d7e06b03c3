import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { Buttons } from "../ui/Buttons";
import { Dialog } from "../ui/Dialog";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { Select, TextArea } from "../ui/Select";

const kinds = ["own", "est", "trusted"] as const;
const purposes = ["station", "v2g"] as const;
type Kind = (typeof kinds)[number];

/** Makes, imports, connects or believes one. */
export function NewAuthority({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("authority");
  const [kind, setKind] = useState<Kind>("own");
  const making = useMutation({
    mutationFn: (body: Model<"AuthorityBody">) => answered(api.POST("/api/v1/authorities", { body })),
    onSuccess: onClose,
  });
  return (
    <Dialog title={t("newAuthority")} onClose={onClose} isWide>
      <Form
        error={making.error}
        fields={["name", "organisation", "certificate", "privateKey", "est.url", "est.trust"]}
        onSend={(value) => {
          making.mutate(bodyOf(kind, value));
        }}
        buttons={<Buttons action={t("create")} isRunning={making.isPending} onCancel={onClose} />}
      >
        <Field name="name" label={t("name")} required maxLength={64} />
        <Select
          name="kind"
          label={t("kindTitle")}
          value={kind}
          choices={kinds.map((each) => ({ value: each, text: t(`kind.${each}`) }))}
          onChange={(event) => {
            setKind(kinds.find((each) => each === event.target.value) ?? "own");
          }}
        />
        <Select name="purpose" label={t("purposeTitle")} choices={purposes.map((each) => ({ value: each, text: t(`purpose.${each}`) }))} />
        {kind !== "trusted" && <Field name="organisation" label={t("organisation")} hint={t("optional")} maxLength={64} />}
        {kind === "est" ? (
          <>
            <Field name="est.url" label={t("url")} type="url" required placeholder="https://ca.example.org/.well-known/est" />
            <Field name="user" label={t("user")} autoComplete="off" />
            <Field name="password" label={t("password")} type="password" autoComplete="new-password" />
            <Pem name="est.trust" label={t("trust")} />
          </>
        ) : (
          <>
            <Pem name="certificate" label={t("certificate")} hint={t("certificateHint")} />
            {kind === "own" && <Pem name="privateKey" label={t("privateKey")} />}
          </>
        )}
      </Form>
    </Dialog>
  );
}

function Pem({ name, label, hint }: { name: string; label: string; hint?: string }) {
  return <TextArea name={name} label={label} hint={hint} rows={5} spellCheck={false} placeholder="-----BEGIN" className="font-mono !text-xs" />;
}

/** What was left empty is left out. */
function bodyOf(kind: Kind, value: (name: string) => string): Model<"AuthorityBody"> {
  const given = (name: string, as = name) => (value(name).trim() === "" ? {} : { [as]: value(name) });
  const common = { name: value("name"), kind, purpose: value("purpose"), ...given("organisation") };
  return kind === "est"
    ? { ...common, est: { url: value("est.url"), ...given("user"), ...given("password"), ...given("est.trust", "trust") } }
    : { ...common, ...given("certificate"), ...given("privateKey") };
}
