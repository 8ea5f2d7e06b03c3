import type { Model } from "../api/client";
import { instantOf } from "../verbs/instant";

/** @param value of a field of the form, by its name */
type Value = (name: string) => string;

/** What stations are told, of a form with {@link OrderFields}. */
export function orderOf(value: Value): Model<"FirmwareOrder"> {
  const retrieveAt = instantOf(value("retrieveAt"));
  const installAt = instantOf(value("installAt"));
  return {
    ...imageOf(value),
    ...(retrieveAt !== undefined && { retrieveAt }),
    ...(installAt !== undefined && { installAt }),
    ...(value("signature").trim() !== "" && { signature: value("signature").trim() }),
    ...(value("signingCertificate").trim() !== "" && { signingCertificate: value("signingCertificate").trim() }),
  };
}

/** The image of a form: one that was uploaded, or where it lies. */
export function imageOf(value: Value): { file: number } | { location: string } {
  return value("file") === "" ? { location: value("location").trim() } : { file: Number(value("file")) };
}

/** Identities that somebody has written one below the other, or with commas between them; each once. */
export function identitiesOf(text: string): string[] {
  return [...new Set(text.split(/[\s,;]+/).filter((each) => each !== ""))];
}

/** The campaign of a form. @param stations undefined: those of the group that the form names */
export function campaignOf(value: Value, stations: string[] | undefined): Model<"FirmwareCampaignOrder"> {
  const minutes = Number(value("pause"));
  return {
    name: value("name").trim(),
    ...(stations === undefined ? { stationGroup: Number(value("stations").replace("group:", "")) } : { stations }),
    firmware: orderOf(value),
    canary: Number(value("canary")),
    waveSize: Number(value("waveSize")),
    parallel: Number(value("parallel")),
    haltAtPercent: Number(value("haltAtPercent")),
    ...(minutes > 0 && { pause: `${minutes}m` }),
  };
}
