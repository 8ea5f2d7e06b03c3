import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, api, done, type Model } from "../api/client";
import { OutcomeWords } from "../commands/Outcome";
import { Button } from "../ui/Button";
import { Buttons } from "../ui/Buttons";
import { Copyable } from "../ui/Copyable";
import { Dialog } from "../ui/Dialog";
import { Form } from "../ui/Form";
import { PasswordField } from "../ui/PasswordField";
import { Select } from "../ui/Select";
import type { StationRow } from "./row";

type Way = "rotate" | "set" | "remove";

/** The password that a station signs in with: told to it anew, set here only, or taken away. */
export function PasswordDialog({ station, onClose }: { station: StationRow; onClose: () => void }) {
  const { t } = useTranslation("stations");
  const client = useQueryClient();
  const { identity, hasPassword, connected } = station;
  const ways = (["rotate", "set", "remove"] as const).filter((way) => (way !== "rotate" || connected) && (way !== "remove" || hasPassword));
  const [way, setWay] = useState<Way>(ways[0] ?? "set");
  const params = { path: { station: identity } };
  const changing = useMutation({
    mutationFn: async (value: (name: string) => string): Promise<Model<"PasswordRotationResult"> | null> => {
      switch (way) {
        case "rotate":
          return answered(api.POST("/api/v1/stations/{station}/password/rotate", { params, body: {} }));
        case "set":
          await done(api.PUT("/api/v1/stations/{station}/password", { params, body: { password: value("password") } }));
          return null;
        case "remove":
          await done(api.DELETE("/api/v1/stations/{station}/password", { params }));
          return null;
      }
    },
    onSuccess: async (rotated) => {
      await client.invalidateQueries({ queryKey: ["stations"] });
      if (rotated === null) {
        onClose();
      }
    },
  });
  const rotated = changing.data;
  return (
    <Dialog title={t("password.of", { station: identity })} onClose={onClose} isHeld={rotated?.password !== undefined}>
      {rotated ? (
        <div className="flex flex-col gap-4 text-sm">
          <OutcomeWords state="ended" outcome={rotated.outcome} status={null} />
          <p className="text-muted">{t(`password.inForce.${rotated.passwordInForce}`)}</p>
          {rotated.errorText !== undefined && <p className="text-muted">{rotated.errorText}</p>}
          {rotated.password !== undefined && <Copyable lines={[rotated.password]} label={t("password.new")} />}
          <Button look="primary" className="self-end" onClick={onClose}>
            {t("ui:close")}
          </Button>
        </div>
      ) : (
        <Form
          error={changing.error}
          fields={["password"]}
          onSend={(value) => {
            changing.mutate(value);
          }}
          buttons={<Buttons action={t(`password.action.${way}`)} isDanger={way === "remove"} isRunning={changing.isPending} onCancel={onClose} />}
        >
          <Select
            name="way"
            label={t("password.way")}
            hint={t(`password.more.${way}`)}
            value={way}
            onChange={(event) => {
              setWay(event.target.value as Way);
            }}
            choices={ways.map((value) => ({ value, text: t(`password.ways.${value}`) }))}
          />
          {way === "set" && <PasswordField name="password" label={t("password.new")} autoComplete="new-password" hint={t("password.hint")} />}
        </Form>
      )}
    </Dialog>
  );
}
