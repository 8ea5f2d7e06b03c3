import { useMutation } from "@tanstack/react-query";
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
    <Dialog title={confirming.isSuccess ? "It is on" : "Set up the second factor"} onClose={onClose} isHeld={confirming.isSuccess}>
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
          buttons={<Buttons action="Switch it on" isRunning={confirming.isPending} onCancel={onClose} />}
        >
          <Secret factor={making.data} />
          <Field
            name="code"
            label="Code that the app shows"
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
          buttons={<Buttons action="Next" isRunning={making.isPending} onCancel={onClose} />}
        >
          <p className="text-sm text-muted">
            You need an authenticator app. Wherever else you are signed in, you are out at the end.
          </p>
          <PasswordField name="currentPassword" label="Your password" autoComplete="current-password" autoFocus />
        </Form>
      )}
    </Dialog>
  );
}

function Secret({ factor }: { factor: Model<"NewFactor"> }) {
  return (
    <>
      <p className="text-sm text-muted">Let the app read the picture, or give it the secret.</p>
      <div className="flex justify-center">
        <QrCode text={factor.uri} label="The secret as a QR code" />
      </div>
      <Copyable lines={[factor.secret]} label="Secret" />
      <details className="text-sm text-muted">
        <summary className="w-fit cursor-pointer">As a URI</summary>
        <div className="mt-2.5">
          <Copyable lines={[factor.uri]} label="URI" isSmall />
        </div>
      </details>
    </>
  );
}
