import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { meQuery } from "../signin/me";
import { Badge } from "../ui/Badge";
import { Button } from "../ui/Button";
import { Section } from "../ui/Section";
import { NewSecondFactor } from "./NewSecondFactor";
import { NewRecoveryCodes, RemoveSecondFactor } from "./SecondFactorDialogs";

type Open = "new" | "codes" | "removal";

/** @param codesLeft recovery codes; null where there is no second factor */
export function SecondFactorSection({ codesLeft }: { codesLeft: number | null }) {
  const client = useQueryClient();
  const [open, setOpen] = useState<Open>();
  const close = () => {
    setOpen(undefined);
    void client.invalidateQueries(meQuery);
  };
  const opens = (dialog: Open) => () => {
    setOpen(dialog);
  };
  return (
    <Section title="Second factor" about="A code of an app on your phone, asked for after the password.">
      {codesLeft === null ? (
        <Button onClick={opens("new")}>Set it up …</Button>
      ) : (
        <>
          <p className="mb-3 flex flex-wrap items-center gap-2 text-sm">
            <Badge look="good">On</Badge>
            <span className={codesLeft < 3 ? "text-warn" : "text-muted"}>
              {codesLeft === 1 ? "1 recovery code is left." : `${codesLeft} recovery codes are left.`}
            </span>
          </p>
          <div className="flex flex-wrap gap-2">
            <Button onClick={opens("codes")}>New recovery codes …</Button>
            <Button onClick={opens("new")}>Another app …</Button>
            <Button onClick={opens("removal")}>Switch it off …</Button>
          </div>
        </>
      )}
      {open === "new" && <NewSecondFactor onClose={close} />}
      {open === "codes" && <NewRecoveryCodes onClose={close} />}
      {open === "removal" && <RemoveSecondFactor onClose={close} />}
    </Section>
  );
}
