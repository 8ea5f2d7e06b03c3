import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { answered, api, type Model } from "../api/client";
import { Buttons } from "../ui/Buttons";
import { Copyable } from "../ui/Copyable";
import { Dialog } from "../ui/Dialog";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { PasswordField } from "../ui/PasswordField";
import { QrCode } from "./QrCode";
import { RecoveryCodes } from "./RecoveryCodes";

/** Password, then the secret for the app, then a code of it, then the recovery codes. */
export function NewSecondFactor({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("account");
  const making = useMutation({
    mutationFn: (currentPassword: string) =>
      answered(api.POST("/api/v1/me/second-factor", { body: { currentPassword } })),
  });
  const confirming = useMutation({
    mutationFn: (code: string) =>
      answered(
        api.PUT("/api/v1/me/second-factor", {
          body: { currentPassword: making.variables ?? "", secret: making.data?.secret ?? "", code },
        }),
      ),
  });
  return (
    <Dialog title={t(confirming.isSuccess ? "factor.isOn" : "factor.setUpTitle")} onClose={onClose} isHeld={confirming.isSuccess}>
      {confirming.data ? (
        <RecoveryCodes codes={confirming.data.codes} onClose={onClose} />
      ) : making.data ? (
        <Form
          key="code"
          error={confirming.error}
          fields={["code"]}
          onSend={(value) => {
            confirming.mutate(value("code").replaceAll(" ", ""));
          }}
          buttons={<Buttons action={t("factor.switchOn")} isRunning={confirming.isPending} onCancel={onClose} />}
        >
          <Secret factor={making.data} />
          <Field
            name="code"
            label={t("factor.code")}
            inputMode="numeric"
            autoComplete="one-time-code"
            autoFocus
            required
            className="font-mono tracking-wider"
          />
        </Form>
      ) : (
        <Form
          key="password"
          error={making.error}
          fields={["currentPassword"]}
          onSend={(value) => {
            making.mutate(value("currentPassword"));
          }}
          buttons={<Buttons action={t("factor.next")} isRunning={making.isPending} onCancel={onClose} />}
        >
          <p className="text-sm text-muted">
            {t("factor.setUpMore")}
          </p>
          <PasswordField name="currentPassword" label={t("password.yours")} autoComplete="current-password" autoFocus />
        </Form>
      )}
    </Dialog>
  );
}

function Secret({ factor }: { factor: Model<"NewFactor"> }) {
  const { t } = useTranslation("account");
  return (
    <>
      <p className="text-sm text-muted">{t("factor.secretMore")}</p>
      <div className="flex justify-center">
        <QrCode text={factor.uri} label={t("factor.qr")} />
      </div>
      <Copyable lines={[factor.secret]} label={t("factor.secret")} />
      <details className="text-sm text-muted">
        <summary className="w-fit cursor-pointer">{t("factor.asUri")}</summary>
        <div className="mt-2.5">
          <Copyable lines={[factor.uri]} label={t("factor.uri")} isSmall />
        </div>
      </details>
    </>
  );
}
