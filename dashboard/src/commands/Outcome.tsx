import { useTranslation } from "react-i18next";
import type { Model } from "../api/client";
import { Status } from "../ui/Status";
import { standingOf, statusIn } from "./outcome";

/** What became of a command: our word, and the station's where it has answered. */
export function Outcome({ of }: { of: Pick<Model<"Command">, "state" | "outcome" | "response"> }) {
  return <OutcomeWords state={of.state} outcome={of.outcome} status={statusIn(of.response)} />;
}

export function OutcomeWords({ state, outcome, status }: { state: string; outcome: string | undefined; status: string | null | undefined }) {
  const { t } = useTranslation("commands");
  const word = outcome === undefined ? t(`state.${state}`) : outcome === "answered" && status != null ? status : t(`outcome.${outcome}`);
  return <Status standing={standingOf(state, outcome, status)}>{word}</Status>;
}
