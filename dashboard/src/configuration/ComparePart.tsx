import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Equal, GitCompareArrows } from "lucide-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { List } from "../ui/List";
import { Nothing } from "../ui/Nothing";
import { SearchBox } from "../ui/SearchBox";
import { useSearchState } from "../ui/useSearchState";
import { instantOf, localOf } from "../verbs/instant";
import { differencesQuery, stationsLikeQuery } from "./queries";

/** Where a station is set otherwise than another one, or than it was itself. */
export function ComparePart({ station }: { station: string }) {
  const { t } = useTranslation("configuration");
  const [{ with: other, since }, change] = useSearchState();
  const id = useId();
  const like = useQuery(stationsLikeQuery(other ?? "")).data ?? [];
  const isChosen = other !== undefined && (like.includes(other) || like.length === 0);
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-sm">
        <SearchBox
          label={t("with")}
          value={other ?? ""}
          onSearch={(text) => {
            change({ with: text.trim(), since: undefined });
          }}
        />
        <label htmlFor={id} className="text-muted">
          {t("orSince")}
        </label>
        <input
          id={id}
          type="datetime-local"
          value={since === undefined ? "" : localOf(Date.parse(since))}
          onChange={(event) => {
            change({ since: instantOf(event.target.value), with: undefined });
          }}
          className="rounded-lg border border-line bg-surface px-2.5 py-1.5 text-sm"
        />
      </div>
      {!isChosen && like.length > 0 && since === undefined && (
        <ul className="flex flex-wrap gap-2 text-sm">
          {like
            .filter((each) => each !== station)
            .map((each) => (
              <li key={each}>
                <button
                  type="button"
                  className="rounded-md border border-line px-2 py-1 hover:bg-raised"
                  onClick={() => {
                    change({ with: each });
                  }}
                >
                  {each}
                </button>
              </li>
            ))}
        </ul>
      )}
      {isChosen ? (
        <Differences station={station} other={{ with: other }} />
      ) : since === undefined ? (
        <Nothing icon={GitCompareArrows} title={t("compareHint")} />
      ) : (
        <Differences station={station} other={{ since }} />
      )}
    </>
  );
}

function Differences({ station, other }: { station: string; other: { with: string } | { since: string } }) {
  const { t } = useTranslation("configuration");
  const format = useFormat();
  const differences = useInfiniteQuery(differencesQuery(station, other));
  const none = <span className="text-muted">{format.none}</span>;
  return (
    <List
      of={differences}
      label={t("part.compare")}
      rowKey={({ name }) => name}
      columns={[
        { id: "name", title: t("name"), width: "1.5fr", cell: ({ name }) => <span title={name}>{name}</span> },
        { id: "here", title: "with" in other ? t("here") : t("earlier"), cell: ({ here }) => (here === undefined ? none : <span title={here}>{here}</span>) },
        { id: "there", title: "with" in other ? other.with : t("now"), cell: ({ there }) => (there === undefined ? none : <span title={there}>{there}</span>) },
      ]}
      nothing={<Nothing icon={Equal} title={t("alike")} />}
    />
  );
}
