import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answered, api, type Model } from "../api/client";
import { meQuery } from "../signin/me";
import { Button } from "../ui/Button";
import { Buttons } from "../ui/Buttons";
import { Copyable } from "../ui/Copyable";
import { Dialog } from "../ui/Dialog";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { PermissionsField } from "./PermissionsField";

export function NewApiKey({ onClose }: { onClose: () => void }) {
  const me = useQuery(meQuery).data;
  const [permissions, setPermissions] = useState<string[]>([]);
  const making = useMutation({
    mutationFn: (body: Model<"ApiKeyBody">) => answered(api.POST("/api/v1/api-keys", { body })),
  });
  if (making.data) {
    return (
      <Dialog title={`The key of ${making.data.key.name}`} onClose={onClose} isHeld>
        <div className="flex flex-col gap-5">
          <p className="text-sm text-muted">
            The program sends it as <code className="font-mono">Authorization: Bearer</code> or as{" "}
            <code className="font-mono">X-API-Key</code>. It is shown this once.
          </p>
          <Copyable lines={[making.data.secret]} label="API key" />
          <Button look="primary" className="self-end" onClick={onClose}>
            I have it
          </Button>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog title="New API key" onClose={onClose} isWide>
      <Form
        error={making.error}
        fields={["name", "permissions", "networks", "expiresAt"]}
        onSend={(value) => {
          const [networks, day] = [value("networks").trim(), value("expiresAt")];
          making.mutate({
            name: value("name").trim(),
            permissions,
            // Whoever sees some stations only can give no others.
            ...(me && me.stationGroups.length > 0 && { stationGroups: me.stationGroups }),
            ...(networks !== "" && { networks }),
            ...(day !== "" && { expiresAt: new Date(`${day}T00:00`).toISOString() }),
          });
        }}
        buttons={<Buttons action="Make it" isRunning={making.isPending || permissions.length === 0} onCancel={onClose} />}
      >
        <Field name="name" label="Name" hint="Which program, or which partner." maxLength={100} autoFocus required autoComplete="off" />
        <PermissionsField offered={me?.permissions ?? []} picked={permissions} onPick={setPermissions} />
        <div className="grid gap-5 sm:grid-cols-2">
          <Field
            name="networks"
            label="Networks"
            placeholder="203.0.113.0/24, 2001:db8::/32"
            hint="From where it may be used; empty: from anywhere."
            maxLength={1000}
            autoComplete="off"
            spellCheck={false}
          />
          <Field name="expiresAt" label="Counts until" type="date" hint="The day's begin, in your time; empty: for ever." />
        </div>
      </Form>
    </Dialog>
  );
}
