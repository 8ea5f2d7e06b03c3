import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Model } from "../api/client";
import { Ago } from "../ui/Ago";
import { MenuItem } from "../ui/Menu";
import { RowMenu } from "../ui/RowMenu";
import { Status } from "../ui/Status";
import type { Column } from "../ui/table";
import { useSearchState } from "../ui/useSearchState";
import { searchOf, shortName } from "./address";
import { ValueCell } from "./ValueCell";
import { isWritable, standingOf, type Line } from "./values";

interface Wishes {
  edits: ReadonlyMap<string, string>;
  mayEdit: boolean;
  onEdit: (value: Model<"ConfigurationValue">, text: string | null) => void;
  onWant: (value: Model<"ConfigurationValue">) => void;
}

export function useValueColumns({ edits, mayEdit, onEdit, onWant }: Wishes): Column<Line>[] {
  const { t } = useTranslation("configuration");
  const [, change] = useSearchState();
  return useMemo(() => {
    const of = (show: (value: Model<"ConfigurationValue">) => React.ReactNode) => (line: Line) => ("group" in line ? null : show(line.value));
    return [
      {
        id: "name",
        title: t("name"),
        width: "1.3fr",
        cell: (line) =>
          "group" in line ? (
            <span className="font-medium">{line.group}</span>
          ) : (
            <span title={line.value.name} className={line.value.address.key === undefined ? "pl-4" : ""}>
              {shortName(line.value.address)}
            </span>
          ),
      },
      {
        id: "value",
        title: t("value"),
        width: "1.4fr",
        cell: of((value) => <ValueCell value={value} edit={edits.get(value.name)} mayEdit={mayEdit && isWritable(value)} onEdit={onEdit} />),
      },
      { id: "state", title: t("state"), width: "1.2fr", from: "md", cell: of((value) => <ValueState value={value} />) },
      { id: "type", title: t("type"), width: "6rem", from: "lg", cell: of(({ type }) => <span className="text-muted">{type}</span>) },
      {
        id: "access",
        title: t("access"),
        width: "8rem",
        from: "lg",
        cell: of(({ mutability }) => <span className="text-muted">{mutability && t(`mutability.${mutability}`)}</span>),
      },
      { id: "known", title: t("known"), width: "6.5rem", from: "lg", cell: of(({ knownAt }) => <span className="text-muted"><Ago at={knownAt} /></span>) },
      {
        id: "more",
        title: "",
        width: "2.25rem",
        cell: of((value) => (
          <RowMenu label={t("verbs:more", { what: value.name })}>
            <MenuItem
              onPick={() => {
                change({ ...searchOf(value.address), part: "history" });
              }}
            >
              {t("showHistory")}
            </MenuItem>
            {mayEdit && isWritable(value) && !value.secret && (
              <MenuItem
                onPick={() => {
                  onWant(value);
                }}
              >
                {t("want")}
              </MenuItem>
            )}
          </RowMenu>
        )),
      },
    ];
  }, [t, edits, mayEdit, onEdit, onWant, change]);
}

/** What became of the last value that it was to be set to, unless that is what it has. */
function ValueState({ value: { rebootPending, lastWrite } }: { value: Model<"ConfigurationValue"> }) {
  const { t } = useTranslation("configuration");
  if (lastWrite === undefined) {
    return null;
  }
  const wanted = lastWrite.value ?? t("hidden");
  const standing = standingOf(lastWrite.result);
  return rebootPending ? (
    <Status standing="waiting">{t("rebootPending", { value: wanted })}</Status>
  ) : (
    standing !== "good" && standing !== "waiting" && (
      <span title={lastWrite.reason}>
        <Status standing={standing}>{t("notTaken", { value: wanted, result: lastWrite.result })}</Status>
      </span>
    )
  );
}
