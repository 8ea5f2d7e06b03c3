import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, done } from "../api/client";
import { Button } from "../ui/Button";
import { Buttons } from "../ui/Buttons";
import { Dialog } from "../ui/Dialog";
import { Form } from "../ui/Form";
import { passwordHint, PasswordField } from "../ui/PasswordField";
import { Section } from "../ui/Section";
import { signInsQuery } from "./queries";

export function PasswordSection({ email }: { email: string }) {
  const { t } = useTranslation("account");
  const [isOpen, setOpen] = useState(false);
  const [isChanged, setChanged] = useState(false);
  return (
    <Section title={t("password.title")} about={t("password.about")}>
      <Button
        onClick={() => {
          setOpen(true);
        }}
      >
        {t("password.open")}
      </Button>
      {isChanged && (
        <p role="status" className="mt-2.5 text-sm text-muted">
          {t("password.changed")}
        </p>
      )}
      {isOpen && (
        <ChangePassword
          email={email}
          onClose={(hasChanged) => {
            setOpen(false);
            setChanged(hasChanged);
          }}
        />
      )}
    </Section>
  );
}

function ChangePassword({ email, onClose }: { email: string; onClose: (hasChanged: boolean) => void }) {
  const { t } = useTranslation("account");
  const client = useQueryClient();
  const changing = useMutation({
    mutationFn: (body: { currentPassword: string; password: string }) => done(api.PUT("/api/v1/me/password", { body })),
    onSuccess: async () => {
      onClose(true);
      await client.invalidateQueries(signInsQuery);
    },
  });
  const cancel = () => {
    onClose(false);
  };
  return (
    <Dialog title={t("password.change")} onClose={cancel}>
      <Form
        error={changing.error}
        fields={["currentPassword", "password"]}
        onSend={(value) => {
          changing.mutate({ currentPassword: value("currentPassword"), password: value("password") });
        }}
        buttons={<Buttons action={t("password.action")} isRunning={changing.isPending} onCancel={cancel} />}
      >
        {/* So that the browser's own store of passwords knows whose it is. */}
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        <PasswordField name="currentPassword" label={t("password.now")} autoComplete="current-password" autoFocus />
        <PasswordField name="password" label={t("password.new")} autoComplete="new-password" hint={t(passwordHint)} />
        <p className="text-sm text-muted">{t("password.more")}</p>
      </Form>
    </Dialog>
  );
}
