import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { mayGive, meQuery } from "../signin/me";
import { box, Labelled } from "../ui/Field";
import { rolesQuery } from "./queries";

/** One of those roles that may be given. @param now what it is; left out, the one that may least, which is the last */
export function RoleField({ now }: { now?: string }) {
  const { t } = useTranslation("users");
  const roles = useQuery(rolesQuery).data;
  const me = useQuery(meQuery).data;
  const [picked, setPicked] = useState(now);
  const offered = me && roles ? roles.filter((role) => role.name === now || mayGive(me, role)) : [];
  const role = offered.find(({ name }) => name === picked) ?? offered.findLast(({ builtIn }) => builtIn) ?? offered[0];
  return (
    <Labelled name="role" label={t("role.label")} hint={role?.note}>
      {(ids) => (
        <select
          name="role"
          required
          className={box}
          value={role?.name ?? ""}
          onChange={(event) => {
            setPicked(event.target.value);
          }}
          {...ids}
        >
          {offered.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      )}
    </Labelled>
  );
}
