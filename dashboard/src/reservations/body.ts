import type { Model } from "../api/client";
import { instantOf } from "../verbs/instant";

/** The reservation of a form; null where it says no time. @param value of a field, by its name */
export function reservationOf(value: (name: string) => string): Model<"ReservationBody"> | null {
  const expiresAt = instantOf(value("expiresAt"));
  const type = value("connectorType").trim();
  return expiresAt === undefined
    ? null
    : {
        token: value("token").trim(),
        expiresAt,
        ...(value("evse") !== "" && { evse: Number(value("evse")) }),
        ...(type !== "" && { connectorType: type }),
      };
}
